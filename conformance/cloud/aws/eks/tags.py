"""EKS: tags of everything in it."""
from typing import Any

from ..errors import AwsError
from ..registry import effect
from ..service import Scene
from .access import entry_shown
from .store import cluster, parts, put_cluster, put_part

Params = dict[str, Any]

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
        shown = entry_shown(thing)['accessEntryArn'] if kind == 'access-entry' else ''
        if shown == params['resourceArn'] or thing['name'] == name.split('/')[0]:
            _tag(thing, params)
            put_part(scene, _TAGGED[kind], thing)
            return {}
    raise AwsError('NotFoundException', f"No resource {params['resourceArn']}")


def _tag(thing: Params, params: Params) -> None:
    kept = {key: value for key, value in thing['spec'].get('tags', {}).items() if key not in params.get('tagKeys', [])}
    thing['spec']['tags'] = kept | params.get('tags', {})
