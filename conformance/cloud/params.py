"""Specs to parameters and answers to statuses, by the shapes of the service model."""
import datetime
import re
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape
from botocore.validate import ParamValidator

from errors import ParamError
from names import ack_name


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


def validate(params: dict[str, Any], shape: StructureShape) -> None:
    """Refuses what the service model refuses: names, types, required members, and what botocore leaves to AWS."""
    report = ParamValidator().validate(params, shape)
    if report.has_errors():
        raise ParamError(f'{shape.name}: {report.generate_report()}')
    problems = list(_limits(params, shape, shape.name))
    if problems:
        raise ParamError('; '.join(problems))


def _limits(value: Any, shape: Shape, place: str):
    if isinstance(shape, StructureShape):
        for name, item in value.items():
            yield from _limits(item, shape.members[name], f'{place}.{name}')
    elif isinstance(shape, ListShape):
        for index, item in enumerate(value):
            yield from _limits(item, shape.member, f'{place}[{index}]')
    elif isinstance(shape, MapShape):
        for name, item in value.items():
            yield from _limits(name, shape.key, f'{place} key {name}')
            yield from _limits(item, shape.value, f'{place}.{name}')
    elif isinstance(value, str):
        enum, most, pattern = (shape.metadata.get(k) for k in ('enum', 'max', 'pattern'))
        if enum and value not in enum:
            yield f'{place}: {value!r} is none of {", ".join(enum)}'
        if most is not None and len(value) > most:
            yield f'{place}: longer than {most}'
        if pattern and not _matches(pattern, value):
            yield f'{place}: {value!r} does not match {pattern}'
    elif isinstance(value, (int, float)) and shape.metadata.get('max') is not None and value > shape.metadata['max']:
        yield f'{place}: greater than {shape.metadata["max"]}'


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.search(f'^(?:{pattern})$', value, re.DOTALL) is not None
    except re.error:
        # Written for Java: some say what Python does not know.
        return True


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
