"""EKS: clusters."""
import re
import time
from typing import Any

from ..errors import AwsError
from ..network.questions import subnet
from ..registry import effect, rule
from ..service import Scene
from ..trust import check_key, check_trust
from .logging import enabled_types, merged
from .store import active_cluster, api_server, cluster, clusters, digest, nodegroups, put_cluster

Params = dict[str, Any]


def invalid(text: str) -> AwsError:
    return AwsError('InvalidParameterException', text)


def check_subnets(scene: Scene, names: list[str]) -> tuple[str, set[str]]:
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
    check_subnets(scene, network.get('subnetIds', []))
    if not re.fullmatch(r'1\.[0-9]{2}', params.get('version', '1.35')):
        raise invalid(f"unsupported Kubernetes version {params['version']}")
    check_endpoint(network)
    for entry in params.get('encryptionConfig', []):
        check_key(scene, entry['provider']['keyArn'], 'InvalidParameterException')


def check_endpoint(network: Params) -> None:
    if not network.get('endpointPrivateAccess', False) and not network.get('endpointPublicAccess', True):
        raise invalid('Private and public endpoint access cannot be false')


@effect('eks', 'CreateCluster')
def cluster_created(scene: Scene, params: Params, answer: Params) -> Params:
    network = params['resourcesVpcConfig']
    vpc, zones = check_subnets(scene, network['subnetIds'])
    number = scene.store.next('clusters')
    spec = completed(params)
    unique = digest(*scene.place, params['name'], str(number))
    thing = {'account': scene.who.account, 'region': scene.who.region, 'name': params['name'], 'vpc': vpc, 'about': scene.about,
             'subnets': network['subnetIds'], 'zones': sorted(zones), 'spec': spec, 'unique': unique, 'state': 'CREATING',
             'made': time.time(), 'until': scene.due(scene.delays.cluster)}
    put_cluster(scene, thing)
    _own_log_group(scene, thing)
    return {'cluster': _shown(scene, thing)}


def completed(params: Params) -> Params:
    """What a cluster is made of: what was asked for, and what EKS fills in."""
    spec = {'version': '1.35', 'deletionProtection': False, 'upgradePolicy': {'supportType': 'EXTENDED'}, 'tags': {},
            'controlPlaneScalingConfig': {'tier': 'standard'}} | {name: value for name, value in params.items() if name != 'clientRequestToken'}
    spec['accessConfig'] = {'authenticationMode': 'CONFIG_MAP', 'bootstrapClusterCreatorAdminPermissions': True} | params.get('accessConfig', {})
    spec['logging'] = merged({}, params.get('logging', {}))
    spec['kubernetesNetworkConfig'] = {'serviceIpv4Cidr': '10.100.0.0/16', 'ipFamily': 'ipv4',
                                       'elasticLoadBalancing': {'enabled': False}} | params.get('kubernetesNetworkConfig', {})
    spec['resourcesVpcConfig'] = completed_network({'securityGroupIds': [], 'endpointPublicAccess': True, 'endpointPrivateAccess': False}
                                                   | params['resourcesVpcConfig'])
    return spec


def completed_network(network: Params) -> Params:
    """A list from before stays when an endpoint becomes private, though it means nothing then: aws/containers-roadmap issue 2002."""
    anybody = ['0.0.0.0/0'] if network['endpointPublicAccess'] else []
    return network | {'publicAccessCidrs': network.get('publicAccessCidrs') or anybody}


def _own_log_group(scene: Scene, thing: Params) -> None:
    group = f"/aws/eks/{thing['name']}/cluster"
    known = scene.ask('logs', 'DescribeLogGroups', logGroupNamePrefix=group)['logGroups']
    if enabled_types(thing['spec']['logging']) and not any(g['logGroupName'] == group for g in known):
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
