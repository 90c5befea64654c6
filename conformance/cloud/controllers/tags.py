"""Tags, in the three shapes that they have in ACK: `pairs`, `kms` and `map`."""
from typing import Any

Pairs = Any

_NAMES = {'pairs': ('key', 'value'), 'kms': ('tagKey', 'tagValue')}


def to_map(tags: Pairs, shape: str) -> dict[str, str]:
    if shape == 'map' or not tags:
        return dict(tags or {})
    key, value = _NAMES[shape]
    return {tag[key]: tag.get(value, '') for tag in tags}


def from_pairs(tags: dict[str, str], old: Pairs, shape: str) -> Pairs:
    """In the order of the old, then what is new."""
    if shape == 'map':
        return tags
    key, value = _NAMES[shape]
    order = [tag[key] for tag in old if tag[key] in tags]
    return [{key: name, value: tags[name]} for name in [*order, *(name for name in tags if name not in order)]]


def changes(desired: Pairs, seen: Pairs, shape: str) -> tuple[dict[str, str], list[str]]:
    """Tags to set, and the names of those to remove."""
    new, old = to_map(desired, shape), to_map(seen, shape)
    return {name: value for name, value in new.items() if old.get(name) != value}, [name for name in old if name not in new]


def api_pairs(tags: dict[str, str]) -> list[dict[str, str]]:
    return [{'Key': name, 'Value': value} for name, value in tags.items()]
