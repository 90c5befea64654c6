"""EKS: clusters."""
import re
import time
from typing import Any

from cloud import Scene
from eks_store import active_cluster, api_server, cluster, clusters, digest, minor, nodegroups, put_cluster
from errors import AwsError
from iam_rules import check_key, check_trust, logs_something
from network import subnet
from registry import effect, rule

Params = dict[str, Any]


def invalid(text: str) -> AwsError:
    return AwsError('InvalidParameterException', text)


def _check_subnets(scene: Scene, names: list[str]) -> tuple[str, set[str]]:
    places = {name: subnet(scene, name) for name in names}
    absent = [name for name, place in places.items() if place is None]
    if absent:
        raise invalid(f"The subnet ID '{absent[0]}' does not exist")
    found = [place for place in places.values() if place]
    if len({place['vpc'] for place in found}) != 1:
        raise invalid('Subnets must be in the same VPC')
    zones = {place['az'] for place in found}
    if len(zones) < 2:
        raise invalid('Subnets specified must be in at least two different AZs')
    return found[0]['vpc'], zones


@rule('eks', 'CreateCluster')
def create_cluster(scene: Scene, params: Params) -> None:
    name, network = params['name'], params['resourcesVpcConfig']
    if any(c['name'] == name for c in clusters(scene)):
        raise AwsError('ResourceInUseException', f'Cluster already exists with name: {name}')
    check_trust(scene, params['roleArn'], 'eks.amazonaws.com', invalid(
        f"Role with arn: {params['roleArn']}, could not be assumed because it does not exist or the trusted entity is not correct"))
    _check_subnets(scene, network.get('subnetIds', []))
    if not re.fullmatch(r'1\.[0-9]{2}', params.get('version', '1.35')):
        raise invalid(f"unsupported Kubernetes version {params['version']}")
    _check_endpoint(network)
    for entry in params.get('encryptionConfig', []):
        check_key(scene, entry['provider']['keyArn'], 'InvalidParameterException')


def _check_endpoint(network: Params) -> None:
    if not network.get('endpointPrivateAccess', False) and not network.get('endpointPublicAccess', True):
        raise invalid('Private and public endpoint access cannot be false')


@effect('eks', 'CreateCluster')
def cluster_created(scene: Scene, params: Params, answer: Params) -> Params:
    network = params['resourcesVpcConfig']
    vpc, zones = _check_subnets(scene, network['subnetIds'])
    number = scene.store.next('clusters')
    spec = {'version': '1.35', 'deletionProtection': False, 'upgradePolicy': {'supportType': 'EXTENDED'},
            'controlPlaneScalingConfig': {'tier': 'standard'}, 'tags': {}} | params
    spec['resourcesVpcConfig'] = {'endpointPublicAccess': True, 'endpointPrivateAccess': False, 'securityGroupIds': []} | network
    unique = digest(*scene.place, params['name'], str(number))
    thing = {'account': scene.who.account, 'region': scene.who.region, 'name': params['name'], 'vpc': vpc, 'about': scene.about,
             'subnets': network['subnetIds'], 'zones': sorted(zones), 'spec': spec, 'unique': unique, 'state': 'CREATING',
             'made': time.time(), 'until': scene.due(scene.delays.cluster)}
    put_cluster(scene, thing)
    _own_log_group(scene, thing)
    return {'cluster': _shown(scene, thing)}


def _own_log_group(scene: Scene, thing: Params) -> None:
    group = f"/aws/eks/{thing['name']}/cluster"
    known = scene.ask('logs', 'DescribeLogGroups', logGroupNamePrefix=group)['logGroups']
    if logs_something(thing['spec']) and not any(g['logGroupName'] == group for g in known):
        scene.ask('logs', 'CreateLogGroup', logGroupName=group)
        scene.note('LogGroupMadeByEKS', thing['about'], group)


def _shown(scene: Scene, thing: Params) -> Params:
    spec, unique, server = thing['spec'], thing['unique'], api_server(scene, thing['name'])
    shown = spec | {
        'arn': f"arn:aws:eks:{thing['region']}:{thing['account']}:cluster/{thing['name']}", 'status': thing['state'], 'id': unique[:12],
        'platformVersion': 'eks.1', 'createdAt': time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(thing['made'])),
        'health': {'issues': []}, 'resourcesVpcConfig': spec['resourcesVpcConfig'] | {'vpcId': thing['vpc']},
    }
    if thing['state'] != 'CREATING' and server:
        issuer = f"https://oidc.eks.{thing['region']}.amazonaws.com/id/{unique[:32].upper()}"
        shown |= {'endpoint': server['endpoint'], 'certificateAuthority': {'data': server['caData']}, 'identity': {'oidc': {'issuer': issuer}}}
        shown['resourcesVpcConfig']['clusterSecurityGroupId'] = f'sg-{unique[:17]}'
    return shown


@effect('eks', 'DescribeCluster')
def describe_cluster(scene: Scene, params: Params, answer: Params) -> Params:
    return {'cluster': _shown(scene, cluster(scene, params['name']))}


@effect('eks', 'ListNodegroups')
def list_nodegroups(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    return {'nodegroups': [g['name'] for g in nodegroups(scene, params['clusterName'])]}


def _modifiable(scene: Scene, name: str) -> Params:
    found = cluster(scene, name)
    if found['state'] != 'ACTIVE':
        raise AwsError('ResourceInUseException', f"Cannot update {name}: it is currently in status {found['state']}")
    return found


def _update(scene: Scene, thing: Params, change: Params) -> Params:
    put_cluster(scene, thing | {'state': 'UPDATING', 'until': scene.due(scene.delays.cluster_update), 'next': change})
    return {'update': {'status': 'InProgress'}}


@effect('eks', 'UpdateClusterVersion')
def update_cluster_version(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _modifiable(scene, params['name'])
    old, new = thing['spec']['version'], params['version']
    if minor(new) != minor(old) + 1:
        raise invalid(f'Unsupported Kubernetes minor version update from {old} to {new}')
    for group in nodegroups(scene, params['name']):
        if minor(new) - minor(group['spec']['version']) > 3:
            raise AwsError('InvalidRequestException', f"Kubelet version of node group {group['name']} is too old for {new}")
    return _update(scene, thing, {'version': new})


@effect('eks', 'UpdateClusterConfig')
def update_cluster_config(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _modifiable(scene, params['name'])
    change = {key: value for key, value in params.items() if key not in ('name', 'clientRequestToken')}
    if len(change) != 1:
        raise invalid('Only one type of update can be allowed.')
    if 'resourcesVpcConfig' in change:
        _check_network_change(scene, thing, change['resourcesVpcConfig'])
        change['resourcesVpcConfig'] = thing['spec']['resourcesVpcConfig'] | change['resourcesVpcConfig']
        _check_endpoint(change['resourcesVpcConfig'])
    if change.get('logging') and change['logging'] == thing['spec'].get('logging'):
        raise invalid('No changes needed for the logging config provided')
    if 'accessConfig' in change:
        change['accessConfig'] = thing['spec'].get('accessConfig', {}) | change['accessConfig']
    if 'deletionProtection' in change:
        thing['spec'] |= change
        put_cluster(scene, thing)
        return {'update': {'status': 'Successful'}}
    if 'subnetIds' in change.get('resourcesVpcConfig', {}):
        thing['subnets'] = change['resourcesVpcConfig']['subnetIds']
    return _update(scene, thing, change)


def _check_network_change(scene: Scene, thing: Params, change: Params) -> None:
    if 'subnetIds' not in change:
        return
    vpc, zones = _check_subnets(scene, change['subnetIds'])
    if vpc != thing['vpc'] or sorted(zones) != thing['zones']:
        raise invalid('Provided subnets should belong to the exact set of AZs in which subnets were provided during cluster creation')


@effect('eks', 'AssociateEncryptionConfig')
def associate_encryption_config(scene: Scene, params: Params, answer: Params) -> Params:
    return _update(scene, _modifiable(scene, params['clusterName']), {'encryptionConfig': params['encryptionConfig']})


@rule('eks', 'DeleteCluster')
def delete_cluster(scene: Scene, params: Params) -> None:
    found = cluster(scene, params['name'])
    if found['spec']['deletionProtection']:
        raise AwsError('InvalidRequestException', f"Cluster {params['name']} cannot be deleted: deletion protection is enabled")
    if next(nodegroups(scene, params['name']), None):
        raise AwsError('ResourceInUseException', 'Cluster has nodegroups attached')
    active_cluster(scene, params['name'])


@effect('eks', 'DeleteCluster')
def cluster_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    thing = cluster(scene, params['name']) | {'state': 'DELETING', 'until': scene.due(scene.delays.cluster_delete)}
    put_cluster(scene, thing)
    return {'cluster': _shown(scene, thing)}
