"""Failures on request, for single objects. `*` and other patterns are allowed in names."""
import fnmatch
import threading
import time
from typing import Any

from store import Store

MODES = ('terminal', 'recoverable', 'hold', 'slow')
Fault = dict[str, Any]


class Faults:
    def __init__(self, store: Store):
        self._store, self._lock = store, threading.Lock()

    def add(self, fault: Fault) -> Fault:
        if fault.get('mode') not in MODES:
            raise ValueError(f'mode must be one of {", ".join(MODES)}')
        with self._lock:
            kept = {'kind': '*', 'namespace': '*', 'name': '*', 'message': 'LimitExceeded: refused on request', 'seconds': 0} | fault
            kept |= {'id': str(self._store.next('faults')), 'since': time.time()}
            self._store.put(kept, 'fault', kept['id'])
            return kept

    def clear(self, wanted: Fault) -> int:
        """Removes the faults that agree with what is wanted; all of them where nothing is."""
        found = [key for key, fault in self._store.all('fault') if all(str(fault.get(k)) == str(v) for k, v in wanted.items())]
        for key in found:
            self._store.drop('fault', key)
        return len(found)

    def all(self) -> list[Fault]:
        return [fault for _, fault in self._store.all('fault')]

    def of(self, kind: str, namespace: str, name: str) -> Fault | None:
        values = {'kind': kind, 'namespace': namespace, 'name': name}
        return next((f for f in self.all() if all(fnmatch.fnmatchcase(v, f[k]) for k, v in values.items())), None)
