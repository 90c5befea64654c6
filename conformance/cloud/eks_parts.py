"""EKS: add-ons, access entries, pod identity associations, tags. None of them is in moto."""
import json
import re
import time
from typing import Any

from cloud import Scene
from eks_clusters import invalid
from eks_store import active_cluster, cluster, digest, minor, part, parts, put_cluster, put_part
from errors import AwsError
from iam_rules import check_trust
from registry import effect

Params = dict[str, Any]


def _new(scene: Scene, kind: str, home: str, name: str, spec: Params, **more: Any) -> Params:
    if any(p['name'] == name for p in parts(scene, kind, home)):
        raise AwsError('ResourceInUseException', f'The {kind} {name} already exists in cluster {home}')
    unique = digest(*scene.place, home, kind, name, str(scene.store.next(kind)))
    thing = {'account': scene.who.account, 'region': scene.who.region, 'cluster': home, 'name': name, 'spec': {'tags': {}} | spec, 'unique': unique,
             'state': 'ACTIVE', 'about': scene.about, 'until': 0.0, 'made': time.time()} | more
    put_part(scene, kind, thing)
    return thing


def _arn(thing: Params, kind: str, name: str) -> str:
    return f"arn:aws:eks:{thing['region']}:{thing['account']}:{kind}/{thing['cluster']}/{name}"


def _time(thing: Params) -> str:
    return time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(thing['made']))


def _check_addon(params: Params, home: Params, version: str | None) -> None:
    if version is not None and not re.fullmatch(r'v[0-9]+\.[0-9]+\.[0-9]+-eksbuild\.[0-9]+', version):
        raise invalid('Addon version specified is not supported')
    if params['addonName'] == 'kube-proxy' and version is not None:
        distance = minor(home['spec']['version']) - minor(version)
        if not 0 <= distance <= 3:
            raise invalid(f"Addon version specified is not supported: kube-proxy {version} on Kubernetes {home['spec']['version']}")
    try:
        json.loads(params.get('configurationValues') or '{}')
    except ValueError:
        raise invalid('ConfigurationValue provided in request is not supported: it is not JSON') from None


@effect('eks', 'CreateAddon')
def create_addon(scene: Scene, params: Params, answer: Params) -> Params:
    home = active_cluster(scene, params['clusterName'])
    _check_addon(params, home, params.get('addonVersion'))
    if params.get('resolveConflicts') == 'PRESERVE':
        raise invalid('resolveConflicts PRESERVE is not supported for CreateAddon')
    thing = _new(scene, 'addon', params['clusterName'], params['addonName'], params, state='CREATING', issues=[],
                 until=scene.due(scene.delays.addon))
    return {'addon': _addon(thing)}


def _addon(thing: Params) -> Params:
    return thing['spec'] | {'addonArn': _arn(thing, 'addon', f"{thing['name']}/{thing['unique'][:32]}"), 'status': thing['state'],
                            'health': {'issues': thing['issues']}, 'createdAt': _time(thing), 'owner': 'aws', 'publisher': 'eks'}


@effect('eks', 'DescribeAddon')
def describe_addon(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    return {'addon': _addon(part(scene, 'addon', params['clusterName'], params['addonName']))}


@effect('eks', 'UpdateAddon')
def update_addon(scene: Scene, params: Params, answer: Params) -> Params:
    home, thing = cluster(scene, params['clusterName']), part(scene, 'addon', params['clusterName'], params['addonName'])
    if home['state'] != 'ACTIVE' or thing['state'] in ('CREATING', 'UPDATING', 'DELETING'):
        raise AwsError('ResourceInUseException', f"Cannot update addon {thing['name']}: cluster {home['state']}, addon {thing['state']}")
    _check_addon(params, home, params.get('addonVersion'))
    put_part(scene, 'addon', thing | {'state': 'UPDATING', 'until': scene.due(scene.delays.addon), 'next': params})
    return {'update': {'status': 'InProgress'}}


@effect('eks', 'DeleteAddon')
def delete_addon(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    thing = part(scene, 'addon', params['clusterName'], params['addonName'])
    put_part(scene, 'addon', thing | {'state': 'DELETING', 'until': scene.due(scene.delays.addon_delete)})
    return {'addon': _addon(thing | {'state': 'DELETING'})}


@effect('eks', 'CreateAccessEntry')
def create_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    home = active_cluster(scene, params['clusterName'])
    if home['spec'].get('accessConfig', {}).get('authenticationMode', 'CONFIG_MAP') == 'CONFIG_MAP':
        raise AwsError('InvalidRequestException', "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP]")
    _check_entry(params)
    if not re.fullmatch(r'arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+', params['principalArn']):
        raise invalid('The specified principalArn is invalid: invalid principal.')
    thing = _new(scene, 'access-entry', params['clusterName'], params['principalArn'], {'type': 'STANDARD', 'kubernetesGroups': []} | params,
                 policies={})
    return {'accessEntry': _entry(thing)}


def _check_entry(params: Params) -> None:
    bad = [group for group in params.get('kubernetesGroups', []) if group.startswith(('system:', 'eks:'))]
    if bad:
        raise invalid(f'The kubernetes group name {bad[0]} is invalid, it cannot start with system: or eks:')


def _entry(thing: Params) -> Params:
    name = thing['name'].rsplit(':', 1)[1]
    return thing['spec'] | {'accessEntryArn': _arn(thing, 'access-entry', f"{name}/{digest(thing['name'])[:32]}"),
                            'createdAt': _time(thing) if 'made' in thing else '2026-01-01T00:00:00Z'}


def _entry_of(scene: Scene, params: Params) -> Params:
    cluster(scene, params['clusterName'])
    return part(scene, 'access-entry', params['clusterName'], params['principalArn'])


@effect('eks', 'DescribeAccessEntry')
def describe_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    return {'accessEntry': _entry(_entry_of(scene, params))}


@effect('eks', 'UpdateAccessEntry')
def update_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _entry_of(scene, params)
    _check_entry(params)
    thing['spec'] |= params
    put_part(scene, 'access-entry', thing)
    return {'accessEntry': _entry(thing)}


@effect('eks', 'DeleteAccessEntry')
def delete_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    _entry_of(scene, params)
    scene.store.drop('access-entry', *scene.place, params['clusterName'], params['principalArn'])
    return {}


@effect('eks', 'ListAssociatedAccessPolicies')
def list_access_policies(scene: Scene, params: Params, answer: Params) -> Params:
    found = _entry_of(scene, params)['policies']
    return {'associatedAccessPolicies': [{'policyArn': arn, 'accessScope': scope} for arn, scope in found.items()]}


@effect('eks', 'AssociateAccessPolicy')
def associate_access_policy(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _entry_of(scene, params)
    if not re.fullmatch(r'arn:aws[a-z-]*:eks::aws:cluster-access-policy/AmazonEKS[A-Za-z]+', params['policyArn']):
        raise invalid(f"The policyArn parameter format is not valid: {params['policyArn']}")
    if params['accessScope'].get('type') == 'namespace' and not params['accessScope'].get('namespaces'):
        raise invalid('Namespaces must be specified for an access scope of type namespace')
    thing['policies'][params['policyArn']] = params['accessScope']
    put_part(scene, 'access-entry', thing)
    return {}


@effect('eks', 'DisassociateAccessPolicy')
def disassociate_access_policy(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _entry_of(scene, params)
    thing['policies'].pop(params['policyArn'], None)
    put_part(scene, 'access-entry', thing)
    return {}


def _check_pod_role(scene: Scene, params: Params) -> None:
    check_trust(scene, params['roleArn'], 'pods.eks.amazonaws.com', invalid(
        f"Trust policy of {params['roleArn']} should include Service Principal pods.eks.amazonaws.com, or the role does not exist in the "
        'account of the cluster'))


@effect('eks', 'CreatePodIdentityAssociation')
def create_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    active_cluster(scene, params['clusterName'])
    _check_pod_role(scene, params)
    account = (params['namespace'], params['serviceAccount'])
    if any((p['spec']['namespace'], p['spec']['serviceAccount']) == account for p in parts(scene, 'pod-identity', params['clusterName'])):
        raise AwsError('ResourceInUseException', f'Association already exists for service account {"/".join(account)}')
    name = 'a-' + digest(*scene.place, params['clusterName'], *account, str(scene.store.next('associations')))[:17]
    return {'association': _association(_new(scene, 'pod-identity', params['clusterName'], name, params))}


def _association(thing: Params) -> Params:
    arn = _arn(thing, 'podidentityassociation', thing['name'])
    return thing['spec'] | {'associationId': thing['name'], 'associationArn': arn, 'createdAt': _time(thing)}


@effect('eks', 'DescribePodIdentityAssociation')
def describe_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    return {'association': _association(part(scene, 'pod-identity', params['clusterName'], params['associationId']))}


@effect('eks', 'UpdatePodIdentityAssociation')
def update_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    thing = part(scene, 'pod-identity', params['clusterName'], params['associationId'])
    if 'roleArn' in params:
        _check_pod_role(scene, params)
    thing['spec'] |= params
    put_part(scene, 'pod-identity', thing)
    return {'association': _association(thing)}


@effect('eks', 'DeletePodIdentityAssociation')
def delete_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    thing = part(scene, 'pod-identity', params['clusterName'], params['associationId'])
    scene.store.drop('pod-identity', *scene.place, params['clusterName'], params['associationId'])
    return {'association': _association(thing)}


_TAGGED = {'cluster': '', 'nodegroup': 'nodegroup', 'addon': 'addon', 'access-entry': 'access-entry', 'podidentityassociation': 'pod-identity'}


@effect('eks', 'TagResource', 'UntagResource')
def tag_resource(scene: Scene, params: Params, answer: Params) -> Params:
    kind, _, rest = params['resourceArn'].split(':', 5)[5].partition('/')
    home, _, name = rest.partition('/')
    if kind == 'cluster':
        thing = cluster(scene, home)
        _tag(thing, params)
        put_cluster(scene, thing)
        return {}
    for thing in parts(scene, _TAGGED[kind], home):
        shown = _entry(thing)['accessEntryArn'] if kind == 'access-entry' else ''
        if shown == params['resourceArn'] or thing['name'] == name.split('/')[0]:
            _tag(thing, params)
            put_part(scene, _TAGGED[kind], thing)
            return {}
    raise AwsError('NotFoundException', f"No resource {params['resourceArn']}")


def _tag(thing: Params, params: Params) -> None:
    kept = {key: value for key, value in thing['spec'].get('tags', {}).items() if key not in params.get('tagKeys', [])}
    thing['spec']['tags'] = kept | params.get('tags', {})
