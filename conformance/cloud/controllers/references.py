"""Replaces references by what they stand for, or says why it cannot be done yet."""
import copy
from typing import Any, Callable

from .errors import NotReady
from .kinds.kind import Kind, Ref
from .params import find

Object = dict[str, Any]
# Gives an object of a service by kind, namespace and name.
Lookup = Callable[[str, str, str, str], Object | None]


def has_references(kind: Kind, spec: Object) -> bool:
    return any(ref.ref.rsplit('.', 1)[-1] in holder for ref in kind.refs for holder, _, _ in _holders(spec, ref))


def resolve(kind: Kind, spec: Object, namespace: str, lookup: Lookup) -> Object:
    """A copy of the spec without references. Exactly one of a field and its reference must be given where it is required."""
    resolved = copy.deepcopy(spec)
    for ref in kind.refs:
        holders = list(_holders(resolved, ref))
        for holder, field, name in holders:
            _resolve_one(kind, ref, holder, field, name, namespace, lookup)
    return resolved


def _resolve_one(kind: Kind, ref: Ref, holder: Object, field: str, name: str, namespace: str, lookup: Lookup) -> None:
    if holder.get(field) and holder.get(name):
        raise NotReady(f"only one of '{ref.field}' or '{ref.ref}' can be provided for {kind.kind}")
    if not holder.get(name):
        if ref.required and not holder.get(field):
            raise NotReady(f"one of '{ref.field}' or '{ref.ref}' must be provided for {kind.kind}")
        return
    given = holder.pop(name)
    targets = given if isinstance(given, list) else [given]
    values = [_value_of(ref, target, namespace, lookup) for target in targets]
    holder[field] = values if isinstance(given, list) else values[0]


def _value_of(ref: Ref, target: Object, namespace: str, lookup: Lookup) -> Any:
    name = find(target, 'from.name')
    if not name:
        raise NotReady(f"provided resource reference is nil or empty: '{ref.ref}'")
    there = find(target, 'from.namespace') or namespace
    found = lookup(ref.service, ref.kind, there, name)
    if found is None:
        raise NotReady(f'{ref.kind} "{name}" not found in namespace {there}')
    conditions = {c['type']: c['status'] for c in found.get('status', {}).get('conditions', [])}
    if conditions.get('ACK.Terminal') == 'True':
        raise NotReady(f'the referenced resource is in a terminal condition, resource:{ref.kind}, namespace:{there}, name:{name}', True)
    if conditions.get('ACK.ResourceSynced') != 'True':
        raise NotReady(f'the referenced resource is not synced yet, resource:{ref.kind}, namespace:{there}, name:{name}')
    value = find(found, ref.target)
    if not value:
        raise NotReady(f"the referenced resource is missing the target field, resource:{ref.kind}, namespace:{there}, name:{name}, "
                       f'{ref.target}')
    return value


def _holders(spec: Object, ref: Ref) -> list[tuple[Object, str, str]]:
    """The structures that hold the field or the reference, with the last parts of their names."""
    *path, field = ref.field.split('.')
    level: list[Object] = [spec]
    for part in path:
        name = part.removesuffix('[]')
        found = [holder[name] for holder in level if isinstance(holder.get(name), (dict, list))]
        level = [item for value in found for item in (value if part.endswith('[]') else [value])]
    return [(holder, field, ref.ref.rsplit('.', 1)[-1]) for holder in level]
