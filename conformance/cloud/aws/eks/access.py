"""EKS: access entries and their policies."""
import re
from typing import Any

from ..errors import AwsError
from ..registry import effect
from ..service import Scene
from .clusters import invalid
from .parts import made_at, new_part, part_arn
from .store import active_cluster, cluster, digest, part, put_part

Params = dict[str, Any]


@effect('eks', 'CreateAccessEntry')
def create_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    home = active_cluster(scene, params['clusterName'])
    if home['spec'].get('accessConfig', {}).get('authenticationMode', 'CONFIG_MAP') == 'CONFIG_MAP':
        raise AwsError('InvalidRequestException', "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP]")
    _check_entry(params)
    if not re.fullmatch(r'arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+', params['principalArn']):
        raise invalid('The specified principalArn is invalid: invalid principal.')
    spec = {'type': 'STANDARD', 'kubernetesGroups': [], 'username': _user(params['principalArn'])} | params
    thing = new_part(scene, 'access-entry', params['clusterName'], params['principalArn'], spec, policies={})
    return {'accessEntry': entry_shown(thing)}


def _user(principal: str) -> str:
    """Who comes to the API server: for a role, a session of it."""
    parts = principal.split(':')
    kind, _, name = parts[5].partition('/')
    if kind != 'role':
        return principal
    return f"arn:{parts[1]}:sts::{parts[4]}:assumed-role/{name.rpartition('/')[2]}/{{{{SessionName}}}}"


def _check_entry(params: Params) -> None:
    bad = [group for group in params.get('kubernetesGroups', []) if group.startswith(('system:', 'eks:'))]
    if bad:
        raise invalid(f'The kubernetes group name {bad[0]} is invalid, it cannot start with system: or eks:')


def entry_shown(thing: Params) -> Params:
    name = thing['name'].rsplit(':', 1)[1]
    return thing['spec'] | {'accessEntryArn': part_arn(thing, 'access-entry', f"{name}/{digest(thing['name'])[:32]}"),
                            'createdAt': made_at(thing) if 'made' in thing else '2026-01-01T00:00:00Z'}


def _entry_of(scene: Scene, params: Params) -> Params:
    cluster(scene, params['clusterName'])
    return part(scene, 'access-entry', params['clusterName'], params['principalArn'])


@effect('eks', 'DescribeAccessEntry')
def describe_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    return {'accessEntry': entry_shown(_entry_of(scene, params))}


@effect('eks', 'UpdateAccessEntry')
def update_access_entry(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _entry_of(scene, params)
    _check_entry(params)
    thing['spec'] |= params
    put_part(scene, 'access-entry', thing)
    return {'accessEntry': entry_shown(thing)}


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
