"""What the runtime of ACK does at one look at an object whose place in AWS is known: read, compare, create, update, fill in, delete."""
from typing import Any

from . import conditions
from .accounts import Accounts
from .delta import Delta
from .errors import AwsError, Ended, InTerminalCondition, NotFound, NotReady, Requeue
from .kube import KubeError
from .manager import Manager
from .references import Lookup, has_references, resolve, unresolved
from .resource import Resource
from .say import say
from .writing import Writer

# Seconds of the real controllers.
OUT_OF_SYNC = 30.0
_NOT_MANAGED = ('Resource already exists', 'This resource already exists but is not managed by ACK. To bring the resource under ACK management, you '
                'should explicitly adopt the resource by enabling the ResourceAdoption feature gate and populating the '
                '`services.k8s.aws/adoption-policy` and `services.k8s.aws/adoption-fields` annotations.')


class Turn:
    def __init__(self, manager: Manager, writer: Writer, accounts: Accounts, lookup: Lookup, stored: Resource) -> None:
        self._manager, self._writer, self._accounts, self._lookup = manager, writer, accounts, lookup
        self._kind, self._stored, self._desired, self._name = manager.kind, stored, stored.copy(), manager.look.about

    def take(self) -> float | None:
        """Seconds until the next look; None for never."""
        leaving = self._desired.metadata.get('deletionTimestamp') is not None
        if leaving and not self._managed:
            return None
        try:
            latest = self._leave() if leaving else self._sync()
        except Ended as error:
            self._writer.write_status(self._kind, self._stored, error.resource)
            if isinstance(error, InTerminalCondition):
                say('terminal', self._name, str(_said(error.resource)))
                return None
            if isinstance(error, Requeue) and error.after is not None:
                return error.after
            raise
        if latest is None:
            return None
        if latest is not self._desired:
            # The runtime writes what differs between the object as it was taken and as it is now: nothing, where an update gives back the first.
            self._writer.write_status(self._kind, self._stored, latest)
        return self._manager.look.service.period(self._kind.kind) if conditions.holds(latest, conditions.SYNCED) else OUT_OF_SYNC

    @property
    def _managed(self) -> bool:
        return self._kind.finalizer in self._desired.metadata.get('finalizers', [])

    def _sync(self) -> Resource:
        self._desired.conditions = []
        try:
            latest = self._sync_unsaid()
        except Ended as error:
            if error.resource is not None:
                conditions.sum_up(error.resource, self._manager.in_state(error.resource), error, isinstance(error, InTerminalCondition))
            raise
        conditions.sum_up(latest, self._manager.in_state(latest), None, False)
        return latest

    def _sync_unsaid(self) -> Resource:
        desired = self._desired
        try:
            resolve(self._kind, desired.spec, desired.metadata['namespace'], self._lookup)
        except NotReady as error:
            conditions.set_condition(desired, 'ACK.ReferencesResolved', 'False' if error.terminal_target else 'Unknown',
                                     'Reference resolution failed', str(error))
            raise error.seen(desired)
        if has_references(self._kind, self._stored.spec):
            conditions.set_condition(desired, 'ACK.ReferencesResolved', 'True')
        self._manager.look.own_tags(desired)
        try:
            seen = self._manager.read(desired)
        except NotFound:
            latest = self._create()
        else:
            latest = self._update(seen)
        return self._fill_in(latest)

    def _create(self) -> Resource:
        manager, desired = self._manager, self._desired
        if not self._managed:
            self._manage(desired, True)
        try:
            made = manager.create(desired)
        except AwsError:
            # Not there, so not ours. What is refused for good keeps its finalizer.
            self._manage(desired, False)
            raise
        made.with_status_of(self._read_made(made))
        say('created', self._name)
        return self._write(desired, made)

    def _read_made(self, made: Resource) -> Resource:
        """AWS may need a moment to show what it made."""
        try:
            return self._manager.read(made)
        except NotFound as error:
            raise Ended(f'ReadOne failed after create: {error}').seen(made) from None
        except Ended as error:
            # What was made is told, not what reading it said.
            raise error.seen(made)

    def _update(self, seen: Resource) -> Resource:
        manager, desired = self._manager, self._desired
        if not self._managed:
            conditions.set_condition(seen, conditions.TERMINAL, 'True', *_NOT_MANAGED)
            raise InTerminalCondition().seen(seen)
        delta = manager.compare(desired, seen)
        if not delta:
            return seen
        return self._write(desired, manager.update(desired, seen, delta))

    def _fill_in(self, latest: Resource) -> Resource:
        try:
            filled = self._manager.initialise_late(latest)
        except Ended as error:
            raise error.seen(self._write(latest, error.resource))
        return self._write(latest, filled)

    def _leave(self) -> Resource | None:
        manager, desired, kind = self._manager, self._desired, self._kind
        if self._accounts.retains({'metadata': desired.metadata}, kind.service):
            say('retained', self._name)
            self._manage(desired, False)
            return None
        try:
            resolve(kind, desired.spec, desired.metadata['namespace'], self._lookup)
        except NotReady:
            # So does the controller: a deletion goes on without.
            pass
        try:
            seen = manager.read(desired)
        except NotFound:
            self._manage(desired, False)
            return None
        except Ended as error:
            # What reading says is not written.
            raise error.seen(desired)
        self._sync_before(seen)
        try:
            manager.delete(seen)
        except Ended as error:
            raise error.seen(self._write_last(desired, error.resource))
        self._manage(desired, False)
        say('deleted', self._name)
        return None

    def _write_last(self, before: Resource, after: Resource) -> Resource:
        try:
            return self._write(before, after)
        except KubeError:
            # So does the controller: what AWS calls a field otherwise than the object does may not be written.
            return after

    def _sync_before(self, seen: Resource) -> None:
        fields = [name for name in self._kind.before_delete_synced if self._desired.spec.get(name) not in (None, seen.spec.get(name))]
        if not fields:
            return
        merged = seen.copy()
        merged.spec |= {name: self._desired.spec[name] for name in fields}
        try:
            self._manager.update(merged, seen, Delta(fields))
        except Ended as error:
            raise error.seen(seen)

    def _manage(self, resource: Resource, managed: bool) -> None:
        names = [name for name in resource.metadata.get('finalizers', []) if name != self._kind.finalizer]
        after = resource.copy()
        after.metadata['finalizers'] = [*names, self._kind.finalizer] if managed else names
        self._write(resource, after)
        resource.metadata['finalizers'] = after.metadata['finalizers']

    def _write(self, before: Resource, after: Resource) -> Resource:
        """What a step has changed of metadata and spec, if it changed something that is compared: then all of it."""
        old, new = (unresolved(self._kind, self._manager.look.without_own_tags(side.copy())) for side in (before, after))
        if old.metadata == new.metadata and not self._manager.compare(old, new):
            return after
        self._writer.write(self._kind, old, new)
        return new


def _said(resource: Resource) -> Any:
    return (conditions.condition(resource, conditions.TERMINAL) or {}).get('message')
