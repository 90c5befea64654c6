"""In whose account and region an object is to be, as ACK finds out: from its namespace and the map of roles."""
from collections.abc import Callable
from typing import Any

from .client import Who
from .errors import NotReady
from .settings import Settings

Object = dict[str, Any]

OWNER = 'services.k8s.aws/owner-account-id'
DEFAULT_REGION = 'services.k8s.aws/default-region'
REGION = 'services.k8s.aws/region'
DELETION_POLICY = 'services.k8s.aws/deletion-policy'
ROLE_MAP = 'ack-role-account-map'


class Accounts:
    def __init__(self, settings: Settings, namespace: Callable[[str], Object | None], role_map: Callable[[], Object | None]) -> None:
        self._settings, self._namespace, self._role_map = settings, namespace, role_map

    def who(self, obj: Object) -> Who:
        notes = self._annotations(obj['metadata']['namespace'])
        own = obj['metadata'].get('annotations') or {}
        metadata = obj.get('status', {}).get('ackResourceMetadata', {})
        region = metadata.get('region') or own.get(REGION) or notes.get(DEFAULT_REGION) or self._settings.region
        account = notes.get(OWNER)
        if account is None:
            return Who(self._settings.account, region)
        role = (self._role_map() or {}).get('data', {}).get(account)
        if not role:
            raise NotReady(f'retrieving role ARN for account/team ID "{account}" from "{ROLE_MAP}" configmap: no entry')
        # The account is that of the role, whatever the namespace says.
        return Who(role.split(':')[4], region, role)

    def moved(self, obj: Object, who: Who) -> str:
        """Why an object that exists may not be touched: it is elsewhere. The controller says so in its log alone."""
        metadata = obj.get('status', {}).get('ackResourceMetadata', {})
        own = obj['metadata'].get('annotations') or {}
        expected = own.get(REGION) or self._annotations(obj['metadata']['namespace']).get(DEFAULT_REGION) or self._settings.region
        if metadata.get('region', expected) != expected:
            return f"Resource already exists in region {metadata['region']}, but the desired state specifies region {expected}."
        if metadata.get('ownerAccountID', who.account) != who.account:
            return f"Resource already exists in account {metadata['ownerAccountID']}, but the role used is in account {who.account}."
        return ''

    def retains(self, obj: Object, service: str) -> bool:
        own = (obj['metadata'].get('annotations') or {}).get(DELETION_POLICY)
        inherited = self._annotations(obj['metadata']['namespace']).get(f'{service}.{DELETION_POLICY}')
        return (own or inherited or 'delete') != 'delete'

    def _annotations(self, namespace: str) -> dict[str, str]:
        found = self._namespace(namespace)
        return (found or {}).get('metadata', {}).get('annotations') or {}
