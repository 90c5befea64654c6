"""Refuses what the service model does not allow: names, types, required members, and what SDKs leave to AWS."""
import re
from collections.abc import Iterator
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StructureShape
from botocore.validate import ParamValidator

from .errors import AwsError

# How a service names a request that it does not understand.
_CODES = {'ec2': 'InvalidParameterValue', 'iam': 'ValidationError', 'sts': 'ValidationError', 'kms': 'ValidationException',
          'logs': 'InvalidParameterException', 'eks': 'InvalidParameterException'}


def validate(service: str, parameters: dict[str, Any], shape: StructureShape | None) -> None:
    if shape is None:
        return
    report = ParamValidator().validate(parameters, shape)
    problems = [report.generate_report()] if report.has_errors() else list(_limits(parameters, shape, shape.name))
    if problems:
        code = 'MissingParameter' if service == 'ec2' and 'Missing required' in problems[0] else _CODES[service]
        raise AwsError(code, '; '.join(problems), 'invalid')


def _limits(value: Any, shape: Shape, place: str) -> Iterator[str]:
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
