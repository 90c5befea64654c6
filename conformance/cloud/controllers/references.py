"""Puts in what references stand for, or says why it cannot be done yet."""
from collections.abc import Callable, Iterator
from typing import Any

from .errors import NotReady
from .kinds.kind import Kind, Ref
from .resource import Resource

Object = dict[str, Any]
# Gives an object of a service by kind, namespace and name.
Lookup = Callable[[str, str, str, str], Object | None]


def has_references(kind: Kind, spec: Object) -> bool:
    return any(holder.get(name) for ref in kind.refs for holder, _, name in _holders(spec, ref))


def resolve(kind: Kind, spec: Object, namespace: str, lookup: Lookup) -> None:
    """Exactly one of a field and its reference must be given where it is required."""
    wrong = next((text for ref in kind.refs for text in _wrong(spec, ref)), None)
    for ref in kind.refs:
        for holder, field, name in _holders(spec, ref):
            if holder.get(name):
                given = holder[name]
                values = [_value_of(ref, target, namespace, lookup) for target in (given if isinstance(given, list) else [given])]
                holder[field] = values if isinstance(given, list) else values[0]
    if wrong:
        raise NotReady(wrong)


def unresolved(kind: Kind, resource: Resource) -> Resource:
    """Without what was put in."""
    for ref in kind.refs:
        for holder, field, name in _holders(resource.spec, ref):
            if holder.get(name):
                holder.pop(field, None)
    return resource


def _wrong(spec: Object, ref: Ref) -> Iterator[str]:
    for holder, field, name in _holders(spec, ref):
        if holder.get(field) and holder.get(name):
            yield f'both resource reference wrapper and ID cannot be used together: {ref.field},{ref.ref}'
        elif ref.required and not holder.get(field) and not holder.get(name):
            yield f'resource reference wrapper or ID required: {ref.field},{ref.ref}'


def _value_of(ref: Ref, target: Object, namespace: str, lookup: Lookup) -> Any:
    source = target.get('from') or {}
    name, there = source.get('name'), source.get('namespace') or namespace
    if not name:
        raise NotReady(f'provided resource reference is nil or empty: {ref.ref}')
    found = lookup(ref.service, ref.kind, there, name)
    if found is None:
        raise NotReady(f'{ref.kind}.{ref.service}.services.k8s.aws "{name}" not found')
    place = f'resource:{ref.kind}, namespace:{there}, name:{name}'
    conditions = {c['type']: c['status'] for c in found.get('status', {}).get('conditions', [])}
    if conditions.get('ACK.Terminal') == 'True':
        raise NotReady(f"the referenced resource has 'ACK.Terminal' condition 'True'. Cannot be referenced. {place}", terminal_target=True)
    if conditions.get('ACK.ResourceSynced') != 'True':
        raise NotReady(f'the referenced resource is not synced yet. {place}')
    value = Resource.of(found).get(ref.target)
    if not value:
        raise NotReady(f'the referenced resource is missing the target field. {place}, targetField:{ref.target}')
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
