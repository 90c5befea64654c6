"""What the runtime of ACK does with one object at one look: create, update, late initialisation, delete."""
from typing import Any

from .accounts import Accounts
from .client import Client
from .conditions import Conditions
from .creation import creation
from .errors import AwsError, NotReady, ParamError, Requeue, Terminal
from .kinds.kind import Kind
from .kube import Kube, KubeError
from .params import to_status
from .recover import recover
from .references import Lookup, has_references, resolve
from .say import say
from .settings import Settings
from .store import Store
from .work import Work

Object = dict[str, Any]


class Reconciler:
    def __init__(self, settings: Settings, kube: Kube, client: Client, store: Store, accounts: Accounts, lookup: Lookup):
        self._delays, self._kube, self._client, self._store = settings.delays, kube, client, store
        self._accounts, self._lookup = accounts, lookup

    def look(self, kind: Kind, obj: Object) -> float | None:
        """Seconds until the next look; None for never. Raises what is to be tried again after a growing wait."""
        try:
            who = self._accounts.who(obj)
        except NotReady as error:
            conditions = Conditions(obj.get('status', {}).get('conditions'))
            conditions.synced('False', 'IAM Role is not available', str(error))
            self._write(kind, obj, {}, conditions)
            return self._delays.role_map
        moved = self._accounts.moved(obj, who)
        if moved:
            raise Requeue(moved)
        work = Work(self._client, self._store, who, kind, obj)
        if obj['metadata'].get('deletionTimestamp'):
            return self._delete(work)
        return self._sync(work)

    def _sync(self, work: Work) -> float | None:
        conditions = Conditions()
        try:
            self._advance(work, conditions)
            return self._finish(work, conditions)
        except Requeue as wait:
            conditions.synced('False' if wait.synced else 'Unknown', wait.synced or '', str(wait))
            if wait.after is None:
                raise
            return wait.after
        except NotReady as error:
            conditions.set('ACK.ReferencesResolved', 'False' if error.terminal_target else 'Unknown', 'Reference resolution failed', str(error))
            conditions.synced('Unknown', reason=str(error))
            raise
        except (Terminal, AwsError, ParamError) as error:
            if isinstance(error, Terminal) or (isinstance(error, AwsError) and error.code in work.kind.terminal):
                say('terminal', work.name, str(error))
                conditions.set('ACK.Terminal', 'True', str(error))
                conditions.synced('False', reason='resource is in terminal condition')
                return None
            conditions.set('ACK.Recoverable', 'True', str(error))
            conditions.synced('Unknown', reason=str(error))
            raise
        finally:
            self._write(work.kind, work.obj, work.status, conditions)

    def _advance(self, work: Work, conditions: Conditions) -> None:
        kind, namespace = work.kind, work.metadata['namespace']
        work.spec = resolve(kind, work.spec, namespace, self._lookup)
        if has_references(kind, work.obj.get('spec', {})):
            conditions.set('ACK.ReferencesResolved', 'True')
        recover(work)
        if work.read() is None:
            self._create(work)
            return
        if not work.managed and work.created is None:
            raise Terminal('Resource already exists')
        self._manage(work)
        self._update(work)

    def _create(self, work: Work) -> None:
        kind = work.kind
        was_managed, before = work.managed, dict(work.status)
        self._manage(work)
        try:
            params = creation(work)
            self._call_create(work, params)
            if kind.after_create:
                kind.after_create(work)
        except AwsError:
            # Not there, so not ours: the next attempt begins from nothing.
            work.status = before
            work.forget()
            if not was_managed:
                self._unmanage(work)
            raise
        work.applied = {field: value for field, value in work.spec.items() if not kind.updates_after_create or field not in kind.later}
        work.keep()
        say('created', work.name)
        if kind.updates_after_create:
            after = 1.0 if kind.kind == 'Subnet' else 0.0
            raise Requeue(f'{kind.kind.lower()} created, requeuing to trigger updates', min(after, self._delays.poll),
                          'Resource not synced')
        work.read()
        self._write_defaults(work)

    def _call_create(self, work: Work, params: Object) -> None:
        """What was made is known before anything else happens, also to a stand-in that is ended now."""
        work.intend()
        answer = work.call(work.kind.create, **params)
        found = next((value for key, value in answer.items() if key != 'ResponseMetadata' and isinstance(value, dict)), answer)
        work.take(found)
        work.applied = {}
        work.keep()

    def _write_defaults(self, work: Work) -> None:
        """The controller writes the answer of AWS into the spec where the two differ: then with all that the answer has."""
        given = work.obj.get('spec', {})
        missing = {field: value for field, value in work.kind.defaults.items() if field not in given}
        if missing:
            shown = to_status(work.item)
            missing |= {field: shown[name] for field, name in work.kind.defaults_along.items() if field not in given and shown.get(name)}
            self._write_spec(work, missing)

    def _update(self, work: Work) -> None:
        kind = work.kind
        # The state of some asks for an update though nothing was changed.
        if not work.changes() and kind.synced is None:
            return
        silent = [field for field in work.changes() if field in kind.ignored]
        if silent and work.applied:
            say('ignored', work.name, f'change of {", ".join(silent)} is never sent')
        try:
            if kind.update:
                kind.update(work)
        finally:
            work.keep()
        work.done()
        work.keep()
        work.read()

    def _finish(self, work: Work, conditions: Conditions) -> float:
        kind = work.kind
        late = {field: value for field, value in kind.late.items() if field not in work.obj.get('spec', {})}
        if late:
            self._write_spec(work, late)
        if kind.late:
            conditions.set('ACK.LateInitialized', 'True', 'Late initialization successful')
        if kind.synced is None or work.status.get(kind.synced[0]) == kind.synced[1]:
            conditions.synced('True')
            return self._delays.resync
        conditions.synced('False')
        return self._delays.poll

    def _write_spec(self, work: Work, fields: Object) -> None:
        self._kube.patch(self._path(work.kind, work.obj), {'spec': fields})
        work.spec |= fields
        work.applied |= fields
        work.keep()

    def _delete(self, work: Work) -> float | None:
        if not work.managed:
            return None
        if self._accounts.retains(work.obj, work.kind.group.split('.', 1)[0]):
            say('retained', work.name)
            return self._let_go(work)
        try:
            work.spec = resolve(work.kind, work.spec, work.metadata['namespace'], self._lookup)
        except NotReady:
            # So does the controller: a deletion goes on without.
            pass
        recover(work)
        conditions = Conditions(work.obj.get('status', {}).get('conditions'))
        try:
            if work.read() is None:
                return self._let_go(work)
            if work.kind.before_delete:
                work.kind.before_delete(work)
            work.call(work.kind.delete, **(work.fill(work.kind.delete_params) or {}))
            if work.kind.after_delete:
                work.kind.after_delete(work)
        except Requeue as wait:
            self._patch_status(work.kind, work.obj, work.status, conditions.list())
            return wait.after
        except (AwsError, ParamError) as error:
            terminal = isinstance(error, AwsError) and error.code in work.kind.terminal
            conditions.set('ACK.Terminal' if terminal else 'ACK.Recoverable', 'True', str(error))
            self._patch_status(work.kind, work.obj, work.status, conditions.list())
            raise
        say('deleted', work.name)
        return self._let_go(work)

    def _let_go(self, work: Work) -> None:
        self._unmanage(work)
        work.forget()

    def _manage(self, work: Work) -> None:
        if not work.managed:
            self._finalizers(work, [*work.metadata.get('finalizers', []), work.kind.finalizer])

    def _unmanage(self, work: Work) -> None:
        self._finalizers(work, [name for name in work.metadata.get('finalizers', []) if name != work.kind.finalizer])

    def _finalizers(self, work: Work, names: list[str]) -> None:
        # With the version: finalizers are one list, and others write it too.
        version = work.metadata['resourceVersion']
        try:
            answer = self._kube.patch(self._path(work.kind, work.obj), {'metadata': {'finalizers': names, 'resourceVersion': version}})
        except KubeError as error:
            if error.status == 404:
                return
            raise
        work.metadata |= {'finalizers': answer['metadata'].get('finalizers', []), 'resourceVersion': answer['metadata']['resourceVersion']}

    def _write(self, kind: Kind, obj: Object, status: Object, conditions: Conditions) -> None:
        self._patch_status(kind, obj, status, conditions.finish())

    def _patch_status(self, kind: Kind, obj: Object, status: Object, conditions: list[Object]) -> None:
        body = {key: value for key, value in status.items() if key != 'conditions'} | {'conditions': conditions}
        try:
            self._kube.patch(f'{self._path(kind, obj)}/status', {'status': body})
        except KubeError as error:
            if error.status != 404:
                raise

    @staticmethod
    def _path(kind: Kind, obj: Object) -> str:
        return kind.path(obj['metadata']['namespace'], obj['metadata']['name'])
