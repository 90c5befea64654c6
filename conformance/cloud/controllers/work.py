"""One look of a controller at one object."""
from typing import Any

from . import params as shapes
from .client import Client, Who
from .errors import AwsError
from .kinds.kind import Kind
from .settings import Delays
from .store import Store

Object = dict[str, Any]


class Work:
    def __init__(self, client: Client, store: Store, who: Who, kind: Kind, obj: Object):
        self.client, self.store, self.who, self.kind, self.obj = client, store, who, kind, obj
        self.metadata: Object = obj['metadata']
        # With references replaced by what they stand for.
        self.spec: Object = dict(obj.get('spec', {}))
        self.status: Object = dict(obj.get('status', {}))
        self.name = f"{kind.kind}/{self.metadata['namespace']}/{self.metadata['name']}"
        record = store.get('object', self.metadata['uid']) or {}
        # The spec as AWS has it: what differs from it is to be sent.
        self.applied: Object = record.get('applied', {})
        self.created: Object | None = record.get('status')
        self.intended: bool = record.get('intended', False)
        self.item: Object = {}

    @property
    def delays(self) -> Delays:
        return self.client.settings.delays

    @property
    def managed(self) -> bool:
        return self.kind.finalizer in self.metadata.get('finalizers', [])

    def call(self, operation: str, **parameters: Any) -> Object:
        return self.client.call(self.who, self.kind.api_service, operation, parameters, self.name)

    def get(self, path: str) -> Any:
        return shapes.find({'metadata': self.metadata, 'spec': self.spec, 'status': self.status}, path)

    def changed(self, field: str) -> bool:
        return self.applied.get(field) != self.spec.get(field)

    def changes(self) -> list[str]:
        return sorted(field for field in {*self.applied, *self.spec} if self.changed(field))

    def done(self, *fields: str) -> None:
        """Fields that AWS has now as the spec has them; without any: all."""
        for field in fields or {*self.applied, *self.spec}:
            if field in self.spec:
                self.applied[field] = self.spec[field]
            else:
                self.applied.pop(field, None)

    def keep(self) -> None:
        """Remembers what AWS has, and the identifiers, should the controller die before the status is written."""
        identifiers = {key: value for key, value in self.status.items() if key != 'conditions'}
        self.store.put({'applied': self.applied, 'status': identifiers, 'name': self.name}, 'object', self.metadata['uid'])

    def intend(self) -> None:
        """Remembers that a creation is under way."""
        self.store.put({'intended': True, 'name': self.name}, 'object', self.metadata['uid'])

    def forget(self) -> None:
        self.store.drop('object', self.metadata['uid'])

    def fill(self, template: Object) -> Object | None:
        """Parameters from a template; None where the object does not have one of them yet."""
        filled: Object = {}
        for name, value in template.items():
            wanted = value[0] if isinstance(value, list) else value
            found = self.get(wanted[1:]) if isinstance(wanted, str) and wanted.startswith('$') else wanted
            if found is None:
                return None
            filled[name] = [found] if isinstance(value, list) else found
        return filled

    def read(self) -> Object | None:
        """The thing in AWS, or None where there is none."""
        parameters = self.fill(self.kind.read_params)
        if parameters is None:
            return None
        try:
            answer = self.call(self.kind.read, **parameters)
        except AwsError as error:
            if error.code in self.kind.not_found:
                return None
            raise
        found = answer.get(self.kind.found) if self.kind.found else answer
        if isinstance(found, list):
            found = next((item for item in found if self.kind.picks(self, item)), None)
        if found is None or found.get('State') in self.kind.gone_states:
            return None
        self.take(found)
        return found

    def take(self, item: Object) -> None:
        """The status that an answer gives."""
        self.item = item
        shown = shapes.to_status({key: value for key, value in item.items() if key != 'ResponseMetadata'})
        self.status |= {field: shown[field] for field in self.kind.status if shown.get(field) is not None}
        elsewhere = {field: shapes.find(shown, path) for field, path in self.kind.status_from.items()}
        self.status |= {field: value for field, value in elsewhere.items() if value is not None}
        # Some answers do not repeat the ARN.
        arn = shown.get(self.kind.arn) or shapes.find(self.status, 'ackResourceMetadata.arn') or ''
        metadata = {'ownerAccountID': self.who.account, 'region': self.who.region}
        self.status['ackResourceMetadata'] = metadata | ({'arn': arn} if arn else {})
