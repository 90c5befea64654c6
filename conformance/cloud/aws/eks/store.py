"""Clusters and what belongs to them, with the states that they pass through as time goes by."""
import fnmatch
import hashlib
import time
from collections.abc import Iterator
from typing import Any

from ..errors import AwsError
from ..service import Scene

Thing = dict[str, Any]

# Add-ons that run on every node rather than on some: ready without any.
DAEMONS = {'vpc-cni', 'kube-proxy', 'eks-pod-identity-agent', 'eks-node-monitoring-agent', 'aws-network-flow-monitoring-agent'}
PARTS = ('nodegroup', 'addon', 'access-entry', 'pod-identity')


def minor(version: str) -> int:
    return int(version.split('.')[1])


def digest(*parts: str) -> str:
    return hashlib.sha256('/'.join(parts).encode()).hexdigest()


def clusters(scene: Scene, everywhere: bool = False) -> Iterator[Thing]:
    """Clusters of the region, or of all regions of the account, those that are being deleted too."""
    prefix = (scene.who.account,) if everywhere else scene.place
    for key, _ in scene.store.all('cluster', *prefix):
        found = _cluster_now(scene, key.split('/'))
        if found:
            yield found


def cluster(scene: Scene, name: str) -> Thing:
    found = _cluster_now(scene, [*scene.place, name])
    if found is None:
        raise AwsError('ResourceNotFoundException', f'No cluster found for name: {name}.')
    return found


def active_cluster(scene: Scene, name: str) -> Thing:
    found = cluster(scene, name)
    if found['state'] != 'ACTIVE':
        raise AwsError('InvalidRequestException', f"Cluster '{name}' is not in ACTIVE status")
    return found


def nodegroups(scene: Scene, name: str = '', everywhere: bool = False) -> Iterator[Thing]:
    return parts(scene, 'nodegroup', name, everywhere)


def parts(scene: Scene, kind: str, name: str = '', everywhere: bool = False) -> Iterator[Thing]:
    """What belongs to one cluster, or to any."""
    prefix = (scene.who.account,) if everywhere else (*scene.place, name) if name else scene.place
    for key, _ in scene.store.all(kind, *prefix):
        found = _part_now(scene, kind, key.split('/', 3))
        if found:
            yield found


def part(scene: Scene, kind: str, name: str, what: str) -> Thing:
    found = _part_now(scene, kind, [*scene.place, name, what])
    if found is None:
        raise AwsError('ResourceNotFoundException', f'No {kind} found for name: {what}.')
    return found


def put_part(scene: Scene, kind: str, thing: Thing) -> None:
    scene.store.put(thing, kind, thing['account'], thing['region'], thing['cluster'], thing['name'])


def put_cluster(scene: Scene, thing: Thing) -> None:
    scene.store.put(thing, 'cluster', thing['account'], thing['region'], thing['name'])


def api_server(scene: Scene, name: str) -> Thing | None:
    """Endpoint and authority of the API server that plays a cluster; a pattern may stand for its name."""
    exact = scene.store.get('api-server', name)
    if exact:
        return exact
    return next((thing for pattern, thing in scene.store.all('api-server') if fnmatch.fnmatch(name, pattern)), None)


def _cluster_now(scene: Scene, key: list[str]) -> Thing | None:
    thing = scene.store.get('cluster', *key)
    if thing is None or time.time() < thing['until']:
        return thing
    if thing['state'] == 'DELETING':
        scene.store.drop('cluster', *key)
        for kind in PARTS:
            for part_key, _ in scene.store.all(kind, *key):
                scene.store.drop(kind, part_key)
        scene.note('ClusterDeleted', thing['about'])
        return None
    if thing['state'] == 'CREATING' and api_server(scene, thing['name']):
        return _settle(scene, thing, 'ClusterActive')
    if thing['state'] == 'UPDATING':
        thing['spec'] |= thing.pop('next', {})
        return _settle(scene, thing, 'ClusterActive')
    return thing


def _settle(scene: Scene, thing: Thing, event: str) -> Thing:
    thing['state'] = 'ACTIVE'
    put_cluster(scene, thing)
    scene.note(event, thing['about'], thing['spec']['version'])
    return thing


def _part_now(scene: Scene, kind: str, key: list[str]) -> Thing | None:
    thing = scene.store.get(kind, *key)
    if thing is None or time.time() < thing['until']:
        return thing
    if thing['state'] == 'DELETING':
        scene.store.drop(kind, *key)
        scene.note(f"{kind.title().replace('-', '')}Deleted", thing['about'])
        return None
    if thing['state'] in ('ACTIVE', 'CREATE_FAILED'):
        return thing
    # Imported late: what a node group waits for is a question about networks, which ask for clusters.
    from .readiness import settle_part
    return settle_part(scene, kind, thing)
