"""Watches the kinds and works off what changes, as one controller for each service would."""
import threading
from typing import Any, Callable

from .accounts import ROLE_MAP, Accounts
from .client import Client
from .errors import AwsError, NotReady, ParamError, Requeue
from .holds import Holds
from .kinds.all_kinds import KINDS
from .kinds.kind import Kind
from .kube import Informer, Kube
from .reconcile import Reconciler
from .say import say
from .settings import Settings
from .store import Store
from .work_queue import WorkQueue

Object = dict[str, Any]
Key = tuple[str, str, str, str]


class Controller:
    def __init__(self, settings: Settings, kube: Kube, client: Client, store: Store, holds: Holds):
        self._settings, self._kube, self._holds = settings, kube, holds
        self._queue = WorkQueue(settings.delays.first_wait, settings.delays.longest_wait)
        self._generations: dict[str, int] = {}
        system = settings.system_namespace
        self._namespaces = Informer(kube, '/api/v1/namespaces', lambda event, item: None)
        self._maps = Informer(kube, f'/api/v1/namespaces/{system}/configmaps', lambda event, item: None)
        self._deployments = Informer(kube, f'/apis/apps/v1/namespaces/{system}/deployments', lambda event, item: self._serve_again())
        self._informers = {key: Informer(kube, kind.path(), self._noticer(kind)) for key, kind in KINDS.items()}
        accounts = Accounts(settings, lambda name: self._namespaces.get('', name), lambda: self._maps.get(system, ROLE_MAP))
        self._reconciler = Reconciler(settings, kube, client, store, accounts, self._lookup)
        self._served: set[str] = set()

    def start(self) -> None:
        for informer in (self._namespaces, self._maps, self._deployments):
            informer.start()
        for informer in (self._namespaces, self._maps, self._deployments):
            informer.synced.wait()
        self._serve_again()
        for informer in self._informers.values():
            informer.start()
        for _ in range(self._settings.workers):
            threading.Thread(target=self._work, daemon=True).start()

    def look_again(self, kind: Kind, namespace: str, name: str) -> None:
        self._queue.add((kind.service, kind.kind, namespace, name))

    def served(self) -> list[str]:
        return sorted(self._served)

    def _lookup(self, service: str, kind: str, namespace: str, name: str) -> Object | None:
        known = KINDS.get((service, kind))
        return self._kube.get(known.path(namespace, name)) if known else None

    def _noticer(self, kind: Kind) -> Callable[[str, Object], None]:
        def notice(event: str, item: Object) -> None:
            metadata = item['metadata']
            if event == 'DELETED':
                self._generations.pop(metadata['uid'], None)
            elif self._generations.get(metadata['uid']) != metadata['generation']:
                # Only another generation counts, as it does for ACK: neither annotations nor states.
                self._generations[metadata['uid']] = metadata['generation']
                self.look_again(kind, metadata['namespace'], metadata['name'])
        return notice

    def _serve_again(self) -> None:
        """Services whose controller is deployed, under the name that Helm gives it, and not scaled down."""
        running = [d['metadata']['name'] for d in self._deployments.objects() if d['spec'].get('replicas', 1) > 0]
        services = {service for service, _ in KINDS}
        now = {s for s in services if self._settings.serve_all or any(f'{n}-'.startswith(f'ack-{s}-controller-') for n in running)}
        for service in sorted(now - self._served):
            say('serving', service)
        new, self._served = now - self._served, now
        for (service, _), informer in self._informers.items():
            if service in new:
                for item in informer.objects():
                    self.look_again(KINDS[(service, item['kind'])], item['metadata']['namespace'], item['metadata']['name'])

    def _work(self) -> None:
        while True:
            key = self._queue.take()
            try:
                self._look(key)
            except (Requeue, NotReady, AwsError, ParamError) as error:
                self._failed(key, error)
            except Exception as error:  # noqa: BLE001 - a worker must outlive an API server or an AWS that restarts
                say('error', '/'.join(key[1:]), repr(error)[:300])
                self._failed(key, error)
            finally:
                self._queue.done(key)

    def _failed(self, key: Key, error: Exception) -> None:
        if isinstance(error, NotReady):
            say('waiting', '/'.join(key[1:]), str(error))
        self._queue.add_failed(key)

    def _look(self, key: Key) -> None:
        service, name, namespace, object_name = key
        if service not in self._served:
            return
        kind = KINDS[(service, name)]
        if self._holds.of(name, namespace, object_name):
            self._queue.add(key, self._settings.delays.poll)
            return
        obj = self._kube.get(kind.path(namespace, object_name))
        if obj is None:
            return
        again = self._reconciler.look(kind, obj)
        self._queue.succeeded(key)
        if again is not None:
            self._queue.add(key, again)
