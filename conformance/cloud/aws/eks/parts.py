"""What is made in a cluster: add-ons, access entries, pod identity associations."""
import time
from typing import Any

from ..errors import AwsError
from ..service import Scene
from .store import digest, parts, put_part

Params = dict[str, Any]


def new_part(scene: Scene, kind: str, home: str, name: str, spec: Params, **more: Any) -> Params:
    if any(p['name'] == name for p in parts(scene, kind, home)):
        raise AwsError('ResourceInUseException', f'The {kind} {name} already exists in cluster {home}')
    unique = digest(*scene.place, home, kind, name, str(scene.store.next(kind)))
    thing = {'account': scene.who.account, 'region': scene.who.region, 'cluster': home, 'name': name, 'spec': {'tags': {}} | spec, 'unique': unique,
             'state': 'ACTIVE', 'about': scene.about, 'until': 0.0, 'made': time.time()} | more
    put_part(scene, kind, thing)
    return thing


def part_arn(thing: Params, kind: str, name: str) -> str:
    return f"arn:aws:eks:{thing['region']}:{thing['account']}:{kind}/{thing['cluster']}/{name}"


def made_at(thing: Params) -> str:
    return time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(thing['made']))
