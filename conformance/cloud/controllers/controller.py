"""Watches the kinds and works off what changes, as one controller for each service would."""
import threading
from collections.abc import Callable
from typing import Any

from .accounts import ROLE_MAP, Accounts
from .client import Client
from .errors import Ended, NotReady
from .holds import Holds
from .kinds.all_kinds import KINDS
from .kinds.kind import Kind
from .kube import Informer, Kube
from .reconcile import Reconciler
from .say import say
from .serving import Service, service_of
from .settings import Settings
from .work_queue import WorkQueue

Object = dict[str, Any]
Key = tuple[str, str, str, str]

# Seconds of the real controllers: after a failed look, doubling with each; and between two looks at what is held on request.
FIRST_WAIT, LONGEST_WAIT, HELD = 0.005, 1000.0, 30.0


class Controller:
    def __init__(self, settings: Settings, kube: Kube, client: Client, holds: Holds) -> None:
        self._settings, self._kube, self._holds = settings, kube, holds
        self._queue: WorkQueue[Key] = WorkQueue(FIRST_WAIT * settings.factor, LONGEST_WAIT * settings.factor)
        self._generations: dict[str, int] = {}
        system = settings.system_namespace
        self._namespaces = Informer(kube, '/api/v1/namespaces', lambda event, item: None)
        self._maps = Informer(kube, f'/api/v1/namespaces/{system}/configmaps', lambda event, item: None)
        self._deployments = Informer(kube, f'/apis/apps/v1/namespaces/{system}/deployments', lambda event, item: self._serve_again())
        self._informers = {key: Informer(kube, kind.path(), self._noticer(kind)) for key, kind in KINDS.items()}
        accounts = Accounts(settings, lambda name: self._namespaces.get('', name), lambda: self._maps.get(system, ROLE_MAP))
        self._reconciler = Reconciler(kube, client, accounts, self._lookup)
        self._served: dict[str, Service] = {}

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
        running = {d['metadata']['name']: d for d in self._deployments.objects() if d['spec'].get('replicas', 1) > 0}
        now: dict[str, Service] = {}
        for service in sorted({service for service, _ in KINDS}):
            deployed = next((d for name, d in running.items() if f'{name}-'.startswith(f'ack-{service}-controller-')), None)
            if deployed or self._settings.serve_all:
                now[service] = service_of(service, deployed, self._settings.stretch) if deployed else Service(service)
        new = {service for service in now if now[service] != self._served.get(service)}
        self._served = now
        for service in sorted(new):
            say('serving', service, f'a look at each object every {now[service].resync:g} s')
        for (service, _), informer in self._informers.items():
            if service in new:
                for item in informer.objects():
                    self.look_again(KINDS[(service, item['kind'])], item['metadata']['namespace'], item['metadata']['name'])

    def _work(self) -> None:
        while True:
            key = self._queue.take()
            try:
                self._look(key)
            except Ended as error:
                self._failed(key, error)
            except Exception as error:
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
            self._queue.add(key, HELD * self._settings.factor)
            return
        obj = self._kube.get(kind.path(namespace, object_name))
        if obj is None:
            return
        again = self._reconciler.look(kind, obj, self._served[service])
        self._queue.succeeded(key)
        if again is not None:
            self._queue.add(key, again * self._settings.factor)
