"""EKS: changes of clusters, and the updates under which all changes of EKS are kept."""
import time
from typing import Any

from ..errors import AwsError
from ..registry import effect
from ..service import Scene
from .clusters import check_endpoint, check_subnets, completed_network, invalid
from .logging import merged
from .store import cluster, digest, minor, nodegroups, put_cluster

Params = dict[str, Any]

_TYPES = {'logging': 'LoggingUpdate', 'resourcesVpcConfig': 'EndpointAccessUpdate', 'accessConfig': 'AccessConfigUpdate',
          'upgradePolicy': 'UpgradePolicyUpdate', 'zonalShiftConfig': 'ZonalShiftConfigUpdate', 'deletionProtection': 'DeletionProtectionUpdate',
          'controlPlaneScalingConfig': 'ControlPlaneScalingConfigUpdate'}


def begun(scene: Scene, home: str, kind: str, seconds: float, of: str = '') -> Params:
    """The answer to a change: an update that ends after some seconds. `of`: the node group or add-on."""
    number = scene.store.next('updates')
    name = digest(*scene.place, home, str(number))
    name = '-'.join((name[:8], name[8:12], name[12:16], name[16:20], name[20:32]))
    kept = {'id': name, 'type': kind, 'made': time.time(), 'until': scene.due(seconds), 'of': of}
    scene.store.put(kept, 'update', *scene.place, home, name)
    return {'update': _shown(kept)}


def _shown(update: Params) -> Params:
    status = 'InProgress' if time.time() < update['until'] else 'Successful'
    return {'id': update['id'], 'status': status, 'type': update['type'], 'params': [], 'errors': [], 'createdAt': update['made']}


@effect('eks', 'DescribeUpdate')
def describe_update(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['name'])
    found = scene.store.get('update', *scene.place, params['name'], params['updateId'])
    if found is None:
        raise AwsError('ResourceNotFoundException', f"No update found for ID: {params['updateId']}")
    return {'update': _shown(found)}


@effect('eks', 'ListUpdates')
def list_updates(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['name'])
    of = params.get('nodegroupName') or params.get('addonName') or ''
    return {'updateIds': [update['id'] for _, update in scene.store.all('update', *scene.place, params['name']) if update['of'] == of]}


def _modifiable(scene: Scene, name: str) -> Params:
    found = cluster(scene, name)
    if found['state'] != 'ACTIVE':
        raise AwsError('ResourceInUseException', f"Cannot update {name}: it is currently in status {found['state']}")
    return found


def _update(scene: Scene, thing: Params, kind: str, seconds: float, change: Params) -> Params:
    put_cluster(scene, thing | {'state': 'UPDATING', 'until': scene.due(seconds), 'next': change})
    return begun(scene, thing['name'], kind, seconds)


@effect('eks', 'UpdateClusterVersion')
def update_cluster_version(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _modifiable(scene, params['name'])
    old, new = thing['spec']['version'], params['version']
    if minor(new) != minor(old) + 1:
        raise invalid(f'Unsupported Kubernetes minor version update from {old} to {new}')
    for group in nodegroups(scene, params['name']):
        if minor(new) - minor(group['spec']['version']) > 3:
            raise AwsError('InvalidRequestException', f"Kubelet version of node group {group['name']} is too old for {new}")
    return _update(scene, thing, 'VersionUpdate', scene.delays.cluster_version, {'version': new})


@effect('eks', 'UpdateClusterConfig')
def update_cluster_config(scene: Scene, params: Params, answer: Params) -> Params:
    thing = _modifiable(scene, params['name'])
    given = {key: value for key, value in params.items() if key not in ('name', 'clientRequestToken')}
    if len(given) != 1:
        raise invalid('Only one type of update can be allowed.')
    [(field, value)] = given.items()
    if field not in _TYPES:
        raise AwsError('NotImplemented', f'a change of {field} is played by nobody')
    value = _completed_change(scene, thing, field, value)
    if field == 'deletionProtection':
        thing['spec'][field] = value
        put_cluster(scene, thing)
        return begun(scene, thing['name'], _TYPES[field], 0)
    if field == 'resourcesVpcConfig':
        thing['subnets'] = value['subnetIds']
    kind = 'VpcConfigUpdate' if field == 'resourcesVpcConfig' and 'subnetIds' in given[field] else _TYPES[field]
    return _update(scene, thing, kind, scene.delays.cluster_config, {field: value})


def _completed_change(scene: Scene, thing: Params, field: str, value: Any) -> Any:
    """What a cluster will have, or a refusal: where nothing changes, too."""
    old = thing['spec'].get(field)
    if field == 'logging':
        new = merged(old, value)
        if new == old:
            raise invalid('No changes needed for the logging config provided')
        return new
    if field == 'resourcesVpcConfig':
        _check_network_change(scene, thing, value)
        # An empty list is none.
        new = completed_network(old | {name: item for name, item in value.items() if item != []})
        check_endpoint(new)
        if new == old:
            raise invalid(f"Cluster is already at the desired configuration with endpointPrivateAccess: {_text(new['endpointPrivateAccess'])} , "
                          f"endpointPublicAccess: {_text(new['endpointPublicAccess'])}, and Public Endpoint Restrictions: "
                          f"[{', '.join(new['publicAccessCidrs'])}]")
        return new
    new = old | value if isinstance(value, dict) and old else value
    if field == 'accessConfig' and new == old:
        mode = old['authenticationMode']
        raise invalid(f'Unsupported authentication mode update from {mode} to {mode}')
    if new == old:
        raise invalid(f'No changes needed for the {field} provided')
    return new


def _text(value: bool) -> str:
    return 'true' if value else 'false'


def _check_network_change(scene: Scene, thing: Params, change: Params) -> None:
    if 'subnetIds' not in change:
        return
    vpc, zones = check_subnets(scene, change['subnetIds'])
    if vpc != thing['vpc'] or sorted(zones) != thing['zones']:
        raise invalid('Provided subnets should belong to the exact set of AZs in which subnets were provided during cluster creation')


@effect('eks', 'AssociateEncryptionConfig')
def associate_encryption_config(scene: Scene, params: Params, answer: Params) -> Params:
    change = {'encryptionConfig': params['encryptionConfig']}
    return _update(scene, _modifiable(scene, params['clusterName']), 'AssociateEncryptionConfig', scene.delays.cluster_config, change)
