"""One look of a controller at one object: in whose name it calls AWS, and how it reads what AWS answers."""
from typing import Any

from .client import Client, Who, input_shape
from .kinds.kind import Kind
from .params import observed_spec, to_status
from .resource import Resource
from .serving import Service
from .tags import Pairs, from_pairs, to_map

Object = dict[str, Any]


class Look:
    def __init__(self, client: Client, who: Who, kind: Kind, about: str, service: Service) -> None:
        self.client, self.who, self.kind, self.about, self.service = client, who, kind, about, service

    def call(self, operation: str, **parameters: Any) -> Object:
        return self.client.call(self.who, self.kind.api_service, operation, parameters, self.about)

    def shape(self, operation: str) -> Any:
        return input_shape(self.kind.api_service, operation)

    def fill(self, template: Object, resource: Resource) -> Object | None:
        """Parameters from a template; None where the object does not have one of them yet."""
        filled: Object = {}
        for name, value in template.items():
            asked = value[0] if isinstance(value, list) else value
            found = resource.get(asked[1:]) if isinstance(asked, str) and asked.startswith('$') else asked
            if found is None or found == '':
                return None
            filled[name] = [found] if isinstance(value, list) else found
        return filled

    def take(self, resource: Resource, item: Object, fields: tuple[str, ...]) -> None:
        """What an answer says, of the spec (these fields) and of the status. What it does not say is nothing."""
        kind, shown = self.kind, to_status(item)
        _fill(resource.spec, observed_spec(kind, item, self.shape(kind.create), fields))
        _fill(resource.status, {field: shown.get(field) for field in kind.status})
        _fill(resource.status, {field: _within(shown, path) for field, path in kind.status_from.items()})
        metadata = resource.status.setdefault('ackResourceMetadata', {})
        if shown.get(kind.arn):
            metadata['arn'] = shown[kind.arn]
        for field, value in (('ownerAccountID', self.who.account), ('partition', _partition(self.who.region)), ('region', self.who.region)):
            metadata.setdefault(field, value)

    def own_tags(self, resource: Resource) -> None:
        """The controller's own, where the spec does not have them: they are sent, and never written into the object."""
        if self.kind.tags:
            own = self.service.tags(resource.metadata)
            self._set_tags(resource, own | to_map(resource.spec.get('tags'), self.kind.tags))

    def mirror_tags(self, desired: Resource, seen: Resource) -> None:
        """Tags of AWS itself count as desired: nobody could remove them."""
        if self.kind.tags:
            theirs = {key: value for key, value in to_map(seen.spec.get('tags'), self.kind.tags).items() if key.startswith('aws:')}
            if theirs:
                self._set_tags(desired, to_map(desired.spec.get('tags'), self.kind.tags) | theirs)

    def without_own_tags(self, resource: Resource) -> Resource:
        if self.kind.tags:
            kept = {key: value for key, value in to_map(resource.spec.get('tags'), self.kind.tags).items()
                    if not key.startswith('aws:') and key not in self.service.tag_keys}
            self._set_tags(resource, kept)
        return resource

    def _set_tags(self, resource: Resource, tags: dict[str, str]) -> None:
        old: Pairs = resource.spec.get('tags') or []
        resource.spec['tags'] = from_pairs(tags, old, self.kind.tags)
        if not resource.spec['tags']:
            del resource.spec['tags']


def _fill(target: Object, values: Object) -> None:
    for name, value in values.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value


def _within(value: Any, path: str) -> Any:
    for part in path.split('.'):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _partition(region: str) -> str:
    return 'aws-cn' if region.startswith('cn-') else 'aws-us-gov' if region.startswith('us-gov-') else 'aws'
