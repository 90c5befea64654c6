"""Specs to parameters and answers to statuses, by the shapes of the service model."""
import datetime
from typing import Any

from botocore.model import ListShape, Shape, StructureShape

from .errors import ParamError
from .names import ack_name


def to_params(spec: dict[str, Any], shape: StructureShape, renames: dict[str, str]) -> dict[str, Any]:
    """The members of an operation's input that a spec gives. `renames`: fields whose name is not that of the API."""
    params = {}
    for name, value in spec.items():
        member = renames.get(name) or _members(shape).get(name)
        if member is None or member not in shape.members:
            raise ParamError(f'{shape.name} has no member for spec.{name}')
        params[member] = _to_member(value, shape.members[member], f'spec.{name}')
    return params


def _to_member(value: Any, shape: Shape, place: str) -> Any:
    if isinstance(shape, StructureShape) and isinstance(value, dict):
        members = _members(shape)
        unknown = [name for name in value if name not in members]
        if unknown:
            raise ParamError(f'{shape.name} has no member for {place}.{unknown[0]}')
        return {members[name]: _to_member(v, shape.members[members[name]], f'{place}.{name}') for name, v in value.items()}
    if isinstance(shape, ListShape) and isinstance(value, list):
        return [_to_member(v, shape.member, f'{place}[{i}]') for i, v in enumerate(value)]
    return value


def _members(shape: StructureShape) -> dict[str, str]:
    return {ack_name(member): member for member in shape.members}


def to_status(value: Any) -> Any:
    """An answer with ACK's names and JSON's types."""
    if isinstance(value, dict):
        return {ack_name(name): to_status(item) for name, item in value.items()}
    if isinstance(value, list):
        return [to_status(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
    return value


def find(value: Any, path: str) -> Any:
    """`status.vpcID` of an object; None where a part is missing."""
    for part in path.split('.'):
        if not isinstance(value, dict):
            return None
        value = value.get(part)
    return value
