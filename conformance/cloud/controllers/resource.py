"""An object as a controller holds it: what is desired, or what was seen. Nothing of it is shared with another."""
import copy
from dataclasses import dataclass, field
from typing import Any

Object = dict[str, Any]


@dataclass
class Resource:
    metadata: Object
    spec: Object = field(default_factory=dict)
    # Without its conditions.
    status: Object = field(default_factory=dict)
    conditions: list[Object] = field(default_factory=list)

    @staticmethod
    def of(obj: Object) -> 'Resource':
        given = copy.deepcopy(obj)
        status = given.get('status') or {}
        return Resource(given['metadata'], given.get('spec') or {}, {k: v for k, v in status.items() if k != 'conditions'},
                        status.get('conditions') or [])

    def copy(self) -> 'Resource':
        return copy.deepcopy(self)

    def with_status_of(self, other: 'Resource') -> 'Resource':
        self.status, self.conditions = copy.deepcopy(other.status), copy.deepcopy(other.conditions)
        return self

    def parts(self) -> Object:
        return {'metadata': self.metadata, 'spec': self.spec, 'status': self.status}

    def get(self, path: str) -> Any:
        """`status.vpcID`; None where a part is missing."""
        value: Any = self.parts()
        for part in path.split('.'):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    @property
    def arn(self) -> str:
        return self.get('status.ackResourceMetadata.arn') or ''


def merge_patch(old: Object, new: Object) -> Object:
    """What makes the new of the old; empty lists count as absent, since the controllers write neither."""
    before, after = _written(old), _written(new)
    patch: Object = {name: None for name in before if name not in after}
    for name, value in after.items():
        if name not in before:
            patch[name] = value
        elif isinstance(value, dict) and isinstance(before[name], dict):
            inner = merge_patch(before[name], value)
            if inner:
                patch[name] = inner
        elif value != before[name]:
            patch[name] = value
    return patch


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _written(item) for name, item in value.items() if item is not None and item != []}
    return [_written(item) for item in value] if isinstance(value, list) else value
