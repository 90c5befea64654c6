"""The little of a Kubernetes client that a controller needs, over one connection for each thread."""
import http.client
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

Object = dict[str, Any]


class KubeError(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(f'{status} {message}')
        self.status = status


class Gone(Exception):
    """The version that a watch started from is no longer known."""


class Kube:
    def __init__(self, server: str, ca_file: str, token: str) -> None:
        self._address = urlsplit(server)
        self._tls = ssl.create_default_context(cafile=ca_file)
        self._headers = {'Authorization': f'Bearer {token}', 'User-Agent': 'controller'}
        self._local = threading.local()

    def _connect(self, timeout: float) -> http.client.HTTPSConnection:
        port = self._address.port or 443
        return http.client.HTTPSConnection(self._address.hostname or '', port, context=self._tls, timeout=timeout)

    def request(self, method: str, path: str, body: Object | None = None) -> Object:
        headers = self._headers | {'Content-Type': 'application/merge-patch+json'}
        for last in (False, True):
            connection = getattr(self._local, 'connection', None) or self._connect(15)
            self._local.connection = connection
            try:
                connection.request(method, path, None if body is None else json.dumps(body), headers)
                response = connection.getresponse()
                data = response.read()
                break
            except (http.client.HTTPException, OSError):
                connection.close()
                self._local.connection = None
                if last:
                    raise
        if response.status >= 400:
            raise KubeError(response.status, data[:400].decode(errors='replace'))
        return json.loads(data)

    def get(self, path: str) -> Object | None:
        try:
            return self.request('GET', path)
        except KubeError as error:
            if error.status == 404:
                return None
            raise

    def patch(self, path: str, body: Object) -> Object:
        return self.request('PATCH', f'{path}?fieldManager=controller', body)

    def watch(self, path: str, version: str) -> Iterator[Object]:
        """Events after a version, until the server ends the stream."""
        query = urlencode({'watch': 'true', 'resourceVersion': version, 'timeoutSeconds': 300})
        connection = self._connect(310)
        try:
            connection.request('GET', f'{path}?{query}', headers=self._headers)
            response = connection.getresponse()
            if response.status == 410:
                raise Gone
            if response.status >= 400:
                raise KubeError(response.status, response.read(400).decode(errors='replace'))
            while line := response.readline():
                event = json.loads(line)
                if event['type'] == 'ERROR':
                    raise Gone
                yield event
        finally:
            connection.close()


class Informer:
    """Keeps a copy of all objects below a path, and tells of every change."""

    def __init__(self, kube: Kube, path: str, changed: Callable[[str, Object], None]) -> None:
        self._kube, self._path, self._changed = kube, path, changed
        self._objects: dict[str, Object] = {}
        self.synced = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, daemon=True, name=self._path).start()

    def objects(self) -> list[Object]:
        return list(self._objects.values())

    def get(self, namespace: str, name: str) -> Object | None:
        return self._objects.get(f'{namespace}/{name}')

    def _run(self) -> None:
        while True:
            try:
                version = self._list()
                while True:
                    for event in self._kube.watch(self._path, version):
                        version = event['object']['metadata']['resourceVersion']
                        self._take(event['type'], event['object'])
            except Gone:
                continue
            except (KubeError, http.client.HTTPException, OSError, ValueError):
                # Not there yet (a kind whose definition is to come), or the server restarts.
                time.sleep(0.5)

    def _list(self) -> str:
        answer = self._kube.request('GET', self._path)
        seen = {_key(item): item for item in answer['items']}
        for key in set(self._objects) - set(seen):
            self._take('DELETED', self._objects[key])
        for item in seen.values():
            self._take('ADDED', item)
        self.synced.set()
        return answer['metadata']['resourceVersion']

    def _take(self, event: str, item: Object) -> None:
        if event == 'BOOKMARK':
            return
        if event == 'DELETED':
            self._objects.pop(_key(item), None)
        else:
            self._objects[_key(item)] = item
        self._changed(event, item)


def _key(item: Object) -> str:
    return f"{item['metadata'].get('namespace', '')}/{item['metadata']['name']}"
