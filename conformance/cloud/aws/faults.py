"""Refusals and delays on request. `*` and other patterns are allowed everywhere."""
import fnmatch
import time
from collections.abc import Iterator
from typing import Any

from .store import Store

MODES = ('refuse', 'slow')
Fault = dict[str, Any]

# Of a call.
_NAMES = ('account', 'region', 'service', 'operation')
# Of the object of a cluster that it is for, where that is known.
_OBJECT = ('kind', 'namespace', 'name')


class Faults:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, fault: Fault) -> Fault:
        if fault.get('mode') not in MODES:
            raise ValueError(f'mode must be one of {", ".join(MODES)}')
        kept: Fault = dict.fromkeys((*_NAMES, *_OBJECT, 'resource'), '*') | {'message': 'LimitExceeded: refused on request', 'seconds': 0} | fault
        kept |= {'id': str(self._store.next('faults')), 'since': time.time()}
        self._store.put(kept, 'fault', kept['id'])
        return kept

    def clear(self, pattern: Fault) -> int:
        """Removes the faults that fit what is given; all of them where nothing is."""
        found = [key for key, fault in self._store.all('fault') if all(str(fault.get(k)) == str(v) for k, v in pattern.items())]
        for key in found:
            self._store.drop('fault', key)
        return len(found)

    def all(self) -> list[Fault]:
        return [fault for _, fault in self._store.all('fault')]

    def of(self, account: str, region: str, service: str, operation: str, about: str, parameters: dict[str, Any]) -> Fault | None:
        """Without an operation named, a fault is about whatever changes something."""
        places = dict(zip(_OBJECT, [*about.split('/', 2), '', ''][:3], strict=True))
        names = dict(zip(_NAMES, (account, region, service, operation), strict=True)) | places
        reads = operation.startswith(('Describe', 'Get', 'List')) or service == 'sts'
        for fault in self.all():
            if reads and fault['operation'] == '*':
                continue
            if all(fnmatch.fnmatchcase(value, str(fault[name])) for name, value in names.items()) and _names(parameters, str(fault['resource'])):
                return fault
        return None


def _names(parameters: Any, pattern: str) -> bool:
    return pattern == '*' or any(fnmatch.fnmatchcase(text, pattern) for text in _texts(parameters))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
