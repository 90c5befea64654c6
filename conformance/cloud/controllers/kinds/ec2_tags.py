"""How the controller of ec2 sends tags: first what goes, then what comes or changes."""
from ..look import Look
from ..resource import Resource
from ..tags import api_pairs, changes


def sync(look: Look, identifier: str, desired: Resource, seen: Resource) -> None:
    added, removed = changes(desired.spec.get('tags'), seen.spec.get('tags'), 'pairs')
    if removed:
        have = {tag['key']: tag.get('value', '') for tag in seen.spec.get('tags') or []}
        look.call('DeleteTags', Resources=[identifier], Tags=api_pairs({name: have[name] for name in removed}))
    if added:
        look.call('CreateTags', Resources=[identifier], Tags=api_pairs(added))
