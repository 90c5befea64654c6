"""EKS: managed node groups."""
from typing import Any

from ..errors import AwsError
from ..network.questions import subnet
from ..registry import effect, rule
from ..service import Scene
from ..trust import check_trust
from .clusters import invalid
from .store import active_cluster, cluster, digest, minor, nodegroups, part, put_part
from .updates import begun

Params = dict[str, Any]

_DEFAULTS = {'amiType': 'AL2023_x86_64_STANDARD', 'capacityType': 'ON_DEMAND', 'diskSize': 20, 'instanceTypes': ['t3.medium'],
             'scalingConfig': {'minSize': 1, 'maxSize': 2, 'desiredSize': 2}, 'updateConfig': {'maxUnavailable': 1}, 'tags': {}}


@rule('eks', 'CreateNodegroup')
def create_nodegroup(scene: Scene, params: Params) -> None:
    home = active_cluster(scene, params['clusterName'])
    if any(g['name'] == params['nodegroupName'] for g in nodegroups(scene, params['clusterName'])):
        raise AwsError('ResourceInUseException', f"NodeGroup already exists with name {params['nodegroupName']} and cluster name "
                                                 f"{params['clusterName']}")
    check_trust(scene, params['nodeRole'], 'ec2.amazonaws.com', invalid(
        f"Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of nodeRole "
        f"{params['nodeRole']}, or it does not exist"))
    for name in params['subnets']:
        place = subnet(scene, name)
        if place is None or place['vpc'] != home['vpc']:
            raise invalid(f"Subnet {name} does not exist in the VPC of the cluster, {home['vpc']}")
    _check_version(params.get('version', home['spec']['version']), home)
    _check_scaling(params.get('scalingConfig', _DEFAULTS['scalingConfig']))


def _check_version(version: str, home: Params) -> None:
    newest = home['spec']['version']
    if minor(version) > minor(newest):
        raise invalid(f'Requested Nodegroup version {version} is greater than the cluster version {newest}')
    if minor(newest) - minor(version) > 3:
        raise invalid(f'Requested Nodegroup version {version} is too old for the cluster version {newest}')


def _check_scaling(scaling: Params) -> None:
    if not scaling['minSize'] <= scaling['desiredSize'] <= scaling['maxSize'] or scaling['maxSize'] < 1:
        raise invalid(f'Minimum, desired and maximum size do not fit together: {scaling}')


def _release(version: str, ami_type: str) -> str:
    return '1.50.0-5f3b1a2c' if ami_type.startswith('BOTTLEROCKET') else f'{version}.0-20261101'


@effect('eks', 'CreateNodegroup')
def nodegroup_created(scene: Scene, params: Params, answer: Params) -> Params:
    home = cluster(scene, params['clusterName'])
    spec: Params = _DEFAULTS | {'version': home['spec']['version'], 'labels': {}, 'taints': []} | params
    spec['releaseVersion'] = _release(spec['version'], spec['amiType'])
    unique = digest(*scene.place, params['clusterName'], params['nodegroupName'], str(scene.store.next('nodegroups')))
    thing = {'account': scene.who.account, 'region': scene.who.region, 'cluster': params['clusterName'], 'name': params['nodegroupName'],
             'subnets': params['subnets'], 'spec': spec, 'unique': unique, 'state': 'CREATING', 'issues': [], 'about': scene.about,
             'until': scene.due(scene.delays.nodegroup)}
    put_part(scene, 'nodegroup', thing)
    _let_nodes_in(scene, thing)
    return {'nodegroup': _shown(thing)}


def _let_nodes_in(scene: Scene, thing: Params) -> None:
    """EKS makes the access entry of a node role itself."""
    role = thing['spec']['nodeRole']
    if scene.store.get('access-entry', *scene.place, thing['cluster'], role) is None:
        spec = {'clusterName': thing['cluster'], 'principalArn': role, 'type': 'EC2_LINUX', 'kubernetesGroups': ['system:nodes'], 'tags': {}}
        put_part(scene, 'access-entry', {'account': scene.who.account, 'region': scene.who.region, 'cluster': thing['cluster'], 'name': role,
                                         'spec': spec, 'policies': {}, 'state': 'ACTIVE', 'about': thing['about'], 'until': 0})


def _shown(thing: Params) -> Params:
    place = f"{thing['region']}:{thing['account']}:nodegroup/{thing['cluster']}/{thing['name']}"
    return thing['spec'] | {'nodegroupArn': f"arn:aws:eks:{place}/{thing['unique'][:32]}", 'status': thing['state'],
                            'health': {'issues': thing['issues']},
                            'resources': {'autoScalingGroups': [{'name': f"eks-{thing['name']}-{thing['unique'][:8]}"}]}}


@effect('eks', 'DescribeNodegroup')
def describe_nodegroup(scene: Scene, params: Params, answer: Params) -> Params:
    return {'nodegroup': _shown(part(scene, 'nodegroup', params['clusterName'], params['nodegroupName']))}


def _modifiable(scene: Scene, params: Params) -> tuple[Params, Params]:
    home, thing = cluster(scene, params['clusterName']), part(scene, 'nodegroup', params['clusterName'], params['nodegroupName'])
    for what, found in (('cluster', home), ('nodegroup', thing)):
        if found['state'] != 'ACTIVE':
            raise AwsError('ResourceInUseException', f"The {what} {found['name']} is currently in status {found['state']}")
    return home, thing


def _update(scene: Scene, thing: Params, kind: str, seconds: float, change: Params) -> Params:
    put_part(scene, 'nodegroup', thing | {'state': 'UPDATING', 'until': scene.due(seconds), 'next': change})
    return begun(scene, thing['cluster'], kind, seconds, thing['name'])


@effect('eks', 'UpdateNodegroupVersion')
def update_nodegroup_version(scene: Scene, params: Params, answer: Params) -> Params:
    home, thing = _modifiable(scene, params)
    version = params.get('version', thing['spec']['version'])
    if minor(version) < minor(thing['spec']['version']):
        raise invalid(f"Nodegroup version {version} is older than {thing['spec']['version']}")
    _check_version(version, home)
    release = params.get('releaseVersion') or _release(version, thing['spec']['amiType'])
    return _update(scene, thing, 'VersionUpdate', scene.delays.nodegroup_version, {'version': version, 'releaseVersion': release})


@effect('eks', 'UpdateNodegroupConfig')
def update_nodegroup_config(scene: Scene, params: Params, answer: Params) -> Params:
    _, thing = _modifiable(scene, params)
    spec, change = thing['spec'], {}
    if 'labels' in params:
        removed = params['labels'].get('removeLabels', [])
        kept = {key: value for key, value in spec['labels'].items() if key not in removed}
        change['labels'] = kept | params['labels'].get('addOrUpdateLabels', {})
    if 'taints' in params:
        added, removed = params['taints'].get('addOrUpdateTaints', []), params['taints'].get('removeTaints', [])
        replaced = [(taint['key'], taint['effect']) for taint in added + removed]
        change['taints'] = [taint for taint in spec['taints'] if (taint['key'], taint['effect']) not in replaced] + added
    if 'scalingConfig' in params:
        change['scalingConfig'] = spec['scalingConfig'] | params['scalingConfig']
        _check_scaling(change['scalingConfig'])
    if 'updateConfig' in params:
        change['updateConfig'] = params['updateConfig']
    return _update(scene, thing, 'ConfigUpdate', scene.delays.nodegroup_config, change)


@rule('eks', 'DeleteNodegroup')
def delete_nodegroup(scene: Scene, params: Params) -> None:
    cluster(scene, params['clusterName'])
    thing = part(scene, 'nodegroup', params['clusterName'], params['nodegroupName'])
    if thing['state'] == 'DELETING':
        raise AwsError('ResourceInUseException', f"The nodegroup {thing['name']} is being deleted")


@effect('eks', 'DeleteNodegroup')
def nodegroup_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    thing = part(scene, 'nodegroup', params['clusterName'], params['nodegroupName'])
    thing |= {'state': 'DELETING', 'until': scene.due(scene.delays.nodegroup_delete)}
    put_part(scene, 'nodegroup', thing)
    return {'nodegroup': _shown(thing)}
