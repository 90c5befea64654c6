"""The conditions of an object. They are made anew at each look, so their times tell when the controller looked last."""
import time
from typing import Any

from .errors import Ended
from .resource import Resource

Condition = dict[str, Any]

SYNCED, READY, TERMINAL, RECOVERABLE = 'ACK.ResourceSynced', 'Ready', 'ACK.Terminal', 'ACK.Recoverable'
_MESSAGES = {'True': 'Resource synced successfully', 'False': 'Resource not synced',
             'Unknown': 'Unable to determine if desired resource state matches latest observed state'}


def condition(resource: Resource, kind: str) -> Condition | None:
    return next((c for c in resource.conditions if c['type'] == kind), None)


def holds(resource: Resource, kind: str) -> bool:
    found = condition(resource, kind)
    return found is not None and found['status'] == 'True'


def set_condition(resource: Resource, kind: str, status: str, message: str | None = None, reason: str | None = None, timed: bool = True) -> None:
    """`timed`: the two that errors set have no time."""
    found = condition(resource, kind)
    if found is None:
        found = {'type': kind}
        resource.conditions.append(found)
    for name in ('message', 'reason'):
        found.pop(name, None)
    found |= {'status': status} | ({'message': message} if message is not None else {}) | ({'reason': reason} if reason is not None else {})
    if timed:
        found['lastTransitionTime'] = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())


def set_synced(resource: Resource, status: str, message: str | None = None, reason: str | None = None) -> None:
    set_condition(resource, SYNCED, status, message, reason)


def told_of(resource: Resource, error: Ended | None, terminal: bool) -> Resource:
    """A copy that says of a step of the look how it ended; the object itself, where there is nothing to say."""
    if error is None and not any(condition(resource, kind) for kind in (TERMINAL, RECOVERABLE, SYNCED)):
        return resource
    told = resource.copy()
    if terminal:
        _say(told, TERMINAL, str(error))
        return told
    _take_back(told, TERMINAL)
    if error is not None:
        _say(told, RECOVERABLE, str(error))
    else:
        _take_back(told, RECOVERABLE)
    return told


def _say(resource: Resource, kind: str, message: str) -> None:
    found = condition(resource, kind)
    if found is None:
        found = {'type': kind}
        resource.conditions.append(found)
    found |= {'status': 'True', 'message': message}


def _take_back(resource: Resource, kind: str) -> None:
    found = condition(resource, kind)
    if found is not None:
        found['status'] = 'False'
        found.pop('message', None)


def sum_up(resource: Resource, in_state: bool, error: Ended | None, terminal: bool) -> None:
    """`ACK.ResourceSynced`, unless a step has set it, and `Ready`, which sums all up. `in_state`: as the kind has to be."""
    if condition(resource, SYNCED) is None:
        status = 'False' if terminal else 'Unknown' if error is not None else 'True' if in_state else 'False'
        set_synced(resource, status, _MESSAGES[status], '' if error is None else error.whole)
    for kind in (TERMINAL, RECOVERABLE):
        if holds(resource, kind):
            found = condition(resource, kind) or {}
            set_condition(resource, READY, 'False', found.get('message'), kind)
            return
    synced = condition(resource, SYNCED) or {}
    set_condition(resource, READY, synced['status'], synced.get('message'), synced.get('reason'))
