"""What a controller does with one kind of AWS: find, create, compare, update and delete, each ending with a word in the conditions."""
from typing import Any

from . import conditions
from .delta import Delta, compare
from .errors import AwsError, Ended, InTerminalCondition, NotFound, Requeue, TerminalError
from .look import Look
from .params import to_params
from .resource import Resource
from .tags import api_pairs, to_map

Object = dict[str, Any]


class Manager:
    def __init__(self, look: Look) -> None:
        self.look, self.kind = look, look.kind

    def read(self, given: Resource) -> Resource:
        try:
            observed = self.find(given)
        except NotFound:
            raise
        except Ended as error:
            raise self._refused(error.resource or given, error) from None
        return self._went_well(observed)

    def create(self, desired: Resource) -> Resource:
        try:
            return self._went_well(self._create(desired))
        except Ended as error:
            raise self._refused(error.resource or desired, error) from None

    def update(self, desired: Resource, seen: Resource, delta: Delta) -> Resource:
        if self.kind.update is None:
            return seen
        try:
            return self._went_well(self.kind.update(self.look, desired, seen, delta))
        except Ended as error:
            raise self._refused(error.resource or seen, error) from None

    def delete(self, seen: Resource) -> None:
        kind = self.kind
        try:
            if kind.before_delete:
                kind.before_delete(self.look, seen)
            self.look.call(kind.delete, **(self.look.fill(kind.delete_params, seen) or {}))
            if kind.after_delete:
                kind.after_delete(self.look, seen)
        except Ended as error:
            raise self._refused(error.resource or seen, error) from None

    def compare(self, desired: Resource, seen: Resource) -> Delta:
        """Fills in defaults on both sides, as the controllers do."""
        kind = self.kind
        if kind.before_compare:
            kind.before_compare(desired, seen)
        compared = [side.spec | {'tags': to_map(side.spec.get('tags'), kind.tags)} for side in (desired, seen)]
        delta = compare(compared[0], compared[1], kind.maps | {'tags'}, kind.documents, kind.uncompared)
        if kind.after_compare:
            kind.after_compare(desired, seen, delta)
        return delta

    def initialise_late(self, latest: Resource) -> Resource:
        kind = self.kind
        if not kind.late and not kind.late_optional:
            return latest
        try:
            observed = self.read(latest.copy())
        except Ended as error:
            told = latest.copy()
            text = 'Unable to complete Read operation required for late initialization'
            conditions.set_condition(told, 'ACK.LateInitialized', 'False', text, 'Late Initialization Failure')
            conditions.set_synced(told, 'False')
            raise error.seen(told)
        filled = latest.copy()
        for field in (*kind.late, *kind.late_optional):
            if filled.spec.get(field) is None and observed.spec.get(field) is not None:
                filled.spec[field] = observed.spec[field]
        if any(filled.spec.get(field) is None for field in kind.late):
            text = 'Late initialization did not complete, requeuing with delay of 5 seconds'
            conditions.set_condition(filled, 'ACK.LateInitialized', 'False', text, 'Delayed Late Initialization')
            conditions.set_synced(filled, 'False')
            raise Requeue('', 5).seen(filled)
        text = 'Late initialization successful'
        conditions.set_condition(filled, 'ACK.LateInitialized', 'True', text, text)
        return filled

    def in_state(self, resource: Resource) -> bool:
        return self.kind.synced is None or resource.status.get(self.kind.synced[0]) == self.kind.synced[1]

    def _refused(self, resource: Resource, error: Ended) -> Ended:
        for_good = isinstance(error, TerminalError) or (isinstance(error, AwsError) and error.code in self.kind.terminal)
        told = conditions.told_of(resource, error, for_good)
        if conditions.holds(told, conditions.TERMINAL):
            return InTerminalCondition().seen(told)
        return error.seen(told)

    @staticmethod
    def _went_well(resource: Resource) -> Resource:
        return conditions.told_of(resource, None, False)

    def find(self, given: Resource) -> Resource:
        kind, look = self.kind, self.look
        parameters = look.fill(kind.read_params, given)
        if parameters is None:
            raise NotFound('it has no identifier yet')
        try:
            answer = look.call(kind.read, **parameters)
        except AwsError as error:
            if error.code in kind.not_found:
                raise NotFound(str(error)) from None
            raise
        item: Any = answer.get(kind.found) if kind.found else answer
        if isinstance(item, list):
            item = next((one for one in item if kind.picks(given, one)), None)
        if item is None:
            raise NotFound('AWS does not show it')
        observed = given.copy()
        look.take(observed, item, kind.spec)
        if kind.after_read:
            kind.after_read(look, given, observed, item)
        look.mirror_tags(given, observed)
        return observed

    def parameters(self, desired: Resource) -> Object:
        """With which the thing is made."""
        kind, look = self.kind, self.look
        params = to_params(desired.spec, look.shape(kind.create), kind.renames)
        if kind.tag_type and desired.spec.get('tags'):
            params['TagSpecifications'] = [{'ResourceType': kind.tag_type, 'Tags': api_pairs(to_map(desired.spec['tags'], kind.tags))}]
        if kind.before_create:
            kind.before_create(look, desired, params)
        return params

    def _create(self, desired: Resource) -> Resource:
        kind, look = self.kind, self.look
        answer = look.call(kind.create, **self.parameters(desired))
        made = desired.copy()
        look.take(made, answer.get(kind.made, answer), kind.answered)
        if kind.after_create:
            kind.after_create(look, desired, made)
        return made

