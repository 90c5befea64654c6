"""Writes into the API server what a look has changed of an object."""
from typing import Any

from .kinds.kind import Kind
from .kube import Kube, KubeError
from .resource import Object, Resource, merge_patch
from .say import say


class Writer:
    def __init__(self, kube: Kube) -> None:
        self._kube = kube

    def write(self, kind: Kind, old: Resource, new: Resource) -> None:
        """Of metadata and spec. The status goes its own way."""
        body = merge_patch({'metadata': old.metadata, 'spec': old.spec}, {'metadata': new.metadata, 'spec': new.spec})
        if old.metadata.get('finalizers') and not new.metadata.get('finalizers'):
            body.setdefault('metadata', {})['finalizers'] = None
        if body:
            self._patch(self._path(kind, old), body)

    def write_status(self, kind: Kind, old: Resource, new: Resource | None) -> None:
        if new is None:
            return
        patch = merge_patch(old.status | {'conditions': old.conditions}, new.status | {'conditions': new.conditions})
        if not patch:
            return
        try:
            self._patch(f'{self._path(kind, old)}/status', {'status': patch})
        except KubeError as error:
            # So does the controller: the next look tries again.
            say('error', self._path(kind, old), str(error))

    def _patch(self, path: str, body: Object) -> Any:
        try:
            return self._kube.patch(path, body)
        except KubeError as error:
            if error.status == 404:
                return None
            raise

    @staticmethod
    def _path(kind: Kind, resource: Resource) -> str:
        return kind.path(resource.metadata['namespace'], resource.metadata['name'])
