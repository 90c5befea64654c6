"""When node groups and add-ons become ACTIVE, or fail."""
import time
from typing import Any

from ..errors import AwsError
from ..network.questions import why_no_way_out
from ..service import Scene
from .store import DAEMONS, part, parts, put_part

Thing = dict[str, Any]


def settle_part(scene: Scene, kind: str, thing: Thing) -> Thing:
    """A part whose time is up: ACTIVE where nothing is missing, else as it is, until patience ends."""
    problem = _nodegroup_problem(scene, thing) if kind == 'nodegroup' else _addon_problem(scene, thing) if kind == 'addon' else None
    if problem is None:
        thing['spec'] |= thing.pop('next', {})
        thing |= {'state': 'ACTIVE', 'issues': []}
    elif kind == 'addon':
        thing |= {'state': 'DEGRADED', 'issues': [problem]}
    elif thing['state'] == 'CREATING' and time.time() > thing['until'] + scene.delays.nodegroup_patience:
        thing |= {'state': 'CREATE_FAILED', 'issues': [problem]}
    else:
        return thing
    old = scene.store.get(kind, thing['account'], thing['region'], thing['cluster'], thing['name'])
    put_part(scene, kind, thing)
    if old is None or old['state'] != thing['state']:
        scene.note(f"{kind.title().replace('-', '')}{thing['state'].title().replace('_', '')}", thing['about'], problem['message'] if problem else '')
    return thing


def _nodegroup_problem(scene: Scene, thing: Thing) -> Thing | None:
    if thing['spec']['scalingConfig']['desiredSize'] == 0:
        return None
    cluster = scene.store.get('cluster', thing['account'], thing['region'], thing['cluster'])
    reasons = [why_no_way_out(scene, name) for name in thing['subnets']]
    if cluster and not cluster['spec'].get('bootstrapSelfManagedAddons', True) and not _plugin_runs(scene, thing):
        reasons.append('container runtime network not ready: there is no vpc-cni')
    reason = next((r for r in reasons if r), '')
    if not reason:
        return None
    return {'code': 'NodeCreationFailure', 'message': f'Instances failed to join the kubernetes cluster: {reason}', 'resourceIds': []}


def _plugin_runs(scene: Scene, thing: Thing) -> bool:
    try:
        return part(scene, 'addon', thing['cluster'], 'vpc-cni')['state'] in ('ACTIVE', 'UPDATING')
    except AwsError:
        return False


def _addon_problem(scene: Scene, thing: Thing) -> Thing | None:
    if thing['name'] in DAEMONS or _has_nodes(scene, thing):
        return None
    return {'code': 'InsufficientNumberOfReplicas', 'resourceIds': [],
            'message': 'The add-on is unhealthy because it doesn\'t have the desired number of replicas.'}


def _has_nodes(scene: Scene, thing: Thing) -> bool:
    return any(g['state'] in ('ACTIVE', 'UPDATING') and g['spec']['scalingConfig']['desiredSize'] > 0
               for g in parts(scene, 'nodegroup', thing['cluster']))
