"""Specs to parameters and answers to what objects say, by the shapes of the service model."""
import datetime
from typing import Any

from botocore.model import ListShape, StructureShape

from .errors import ParamError
from .names import ack_name

Object = dict[str, Any]


def to_params(spec: Object, shape: StructureShape, renames: dict[str, str]) -> Object:
    """The members of an operation's input that a spec gives; what the operation does not take is not sent. `renames`: fields by member."""
    params: dict[str, Any] = {}
    for name, value in spec.items():
        member = renames.get(name) or _members(shape).get(name)
        if member is not None and member in shape.members and not _is_reference(name):
            params[member] = _to_member(value, shape.members[member], f'spec.{name}')
    return params


def _is_reference(name: str) -> bool:
    return name.endswith(('Ref', 'Refs'))


def _to_member(value: Any, shape: Any, place: str) -> Any:
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        members = _members(shape)
        given = {name: item for name, item in value.items() if not _is_reference(name)}
        unknown = [name for name in given if name not in members]
        if unknown:
            raise ParamError(f'{shape.name} has no member for {place}.{unknown[0]}')
        return {members[name]: _to_member(item, shape.members[members[name]], f'{place}.{name}') for name, item in given.items()}
    if isinstance(shape, ListShape) and isinstance(value, list):
        return [_to_member(item, shape.member, f'{place}[{index}]') for index, item in enumerate(value)]
    return value


def _members(shape: StructureShape) -> dict[str, str]:
    return {ack_name(member): member for member in shape.members}


def observed_spec(kind: Any, item: Object, shape: StructureShape, fields: tuple[str, ...]) -> Object:
    """What an answer says of these fields of a spec; None where it says nothing. Only what a creation could say is kept."""
    shown = to_status(item)
    members = _members(shape)
    found: Object = {}
    for name in fields:
        member = kind.renames.get(name) or members.get(name)
        value = _within(shown, kind.spec_from.get(name) or ack_name(kind.renames.get(name) or name))
        found[name] = _project(value, shape.members[member]) if member in shape.members else value
    return found


def _within(value: Any, path: str) -> Any:
    for part in path.split('.'):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _project(value: Any, shape: Any) -> Any:
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        members = _members(shape)
        kept = {name: _project(item, shape.members[members[name]]) for name, item in value.items() if name in members}
        return {name: item for name, item in kept.items() if item is not None}
    if isinstance(shape, ListShape) and isinstance(value, list):
        return [_project(item, shape.member) for item in value]
    return value


def to_status(value: Any, names: bool = True) -> Any:
    """An answer with ACK's names and JSON's types. Keys of maps stay as they are."""
    if isinstance(value, dict):
        return {ack_name(name) if names else name: to_status(item, name not in ('tags', 'labels')) for name, item in value.items()}
    if isinstance(value, list):
        return [to_status(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).strftime('%Y-%m-%dT%H:%M:%SZ')
    return value


def observed_list(items: list[Object], shape: StructureShape) -> list[Object]:
    """Items of an answer, with what these parameters could say of each."""
    return [_project(to_status(item), shape) for item in items]
