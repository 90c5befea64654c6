"""The conditions of an object, made anew at each look: so their times tell when the controller looked last."""
import time
from typing import Any

Condition = dict[str, Any]

_MESSAGES = {'True': 'Resource synced successfully', 'False': 'Resource not synced',
             'Unknown': 'Unable to determine if desired resource state matches latest observed state'}


class Conditions:
    def __init__(self, kept: list[Condition] | None = None):
        self._by_type: dict[str, Condition] = {c['type']: c for c in kept or []}

    def set(self, kind: str, status: str, message: str = '', reason: str = '') -> None:
        condition = {'type': kind, 'status': status, 'lastTransitionTime': time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())}
        self._by_type[kind] = condition | ({'message': message} if message else {}) | ({'reason': reason} if reason else {})

    def synced(self, status: str, message: str = '', reason: str = '') -> None:
        self.set('ACK.ResourceSynced', status, message or _MESSAGES[status], reason)

    def finish(self) -> list[Condition]:
        """With `Ready`, which sums the others up."""
        terminal, recoverable = self._by_type.get('ACK.Terminal'), self._by_type.get('ACK.Recoverable')
        if 'ACK.ResourceSynced' not in self._by_type:
            self.synced('Unknown')
        synced = self._by_type['ACK.ResourceSynced']
        for kind, condition in (('ACK.Terminal', terminal), ('ACK.Recoverable', recoverable)):
            if condition and condition['status'] == 'True':
                self.set('Ready', 'False', condition.get('message', ''), kind)
                return list(self._by_type.values())
        self.set('Ready', synced['status'], synced.get('message', ''), synced.get('reason', ''))
        return list(self._by_type.values())

    def list(self) -> list[Condition]:
        return list(self._by_type.values())
