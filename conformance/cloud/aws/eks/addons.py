"""EKS: add-ons."""
import json
import re
from typing import Any

from ..errors import AwsError
from ..registry import effect
from ..service import Scene
from .clusters import invalid
from .parts import made_at, new_part, part_arn
from .store import active_cluster, cluster, minor, part, put_part
from .updates import begun

Params = dict[str, Any]


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
    thing = new_part(scene, 'addon', params['clusterName'], params['addonName'], params, state='CREATING', issues=[],
                 until=scene.due(scene.delays.addon))
    return {'addon': _addon(thing)}


def _addon(thing: Params) -> Params:
    return thing['spec'] | {'addonArn': part_arn(thing, 'addon', f"{thing['name']}/{thing['unique'][:32]}"), 'status': thing['state'],
                            'health': {'issues': thing['issues']}, 'createdAt': made_at(thing), 'owner': 'aws', 'publisher': 'eks'}


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
    return begun(scene, home['name'], 'AddonUpdate', scene.delays.addon, thing['name'])


@effect('eks', 'DeleteAddon')
def delete_addon(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    thing = part(scene, 'addon', params['clusterName'], params['addonName'])
    put_part(scene, 'addon', thing | {'state': 'DELETING', 'until': scene.due(scene.delays.addon_delete)})
    return {'addon': _addon(thing | {'state': 'DELETING'})}
