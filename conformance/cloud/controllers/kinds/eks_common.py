"""What the kinds of eks share: states, waits and tags."""
from typing import NoReturn

from .. import conditions
from ..errors import Requeue
from ..look import Look
from ..resource import Resource
from ..tags import changes
from .kind import Ref

CLUSTER_NAME = Ref('clusterName', 'clusterRef', 'eks', 'Cluster', 'spec.name', required=True)
ROLE_ARN = 'status.ackResourceMetadata.arn'
ABSENT = frozenset({'ResourceNotFoundException'})
CODES = frozenset({'ResourceLimitExceeded', 'ResourceNotFound', 'ResourceInUse', 'OptInRequired', 'InvalidParameterCombination',
                   'InvalidParameterValue', 'InvalidQueryParameter', 'MalformedQueryString', 'MissingAction', 'MissingParameter', 'ValidationError'})
STRICT = CODES | {'InvalidParameterException'}


def say_whether_active(resource: Resource) -> None:
    """Before anything was compared, and whatever an update then meets."""
    conditions.set_synced(resource, 'True' if resource.status.get('status') == 'ACTIVE' else 'False')


def is_active(seen: Resource, told: Resource, what: str, hopeless: tuple[str, ...], wait: float) -> bool:
    """Nothing is sent to what is not ACTIVE. `told`: what then says so."""
    state = seen.status.get('status')
    if state == 'ACTIVE':
        return True
    if state == 'DELETING':
        conditions.set_synced(told, 'False', f'{what} is currently being deleted')
        raise Requeue(f"{what.lower()} in 'DELETING' state, cannot be modified or deleted", 30).seen(told)
    conditions.set_synced(told, 'False', f"{what} is in '{state}' status")
    if state in hopeless:
        # The controllers set ACK.Terminal here and end without an error, which takes it back at once.
        conditions.set_condition(told, conditions.TERMINAL, 'False')
        return False
    raise Requeue(f"{what.lower()} in '{state}' state, cannot be modified until 'ACTIVE'", wait).seen(told)


def updating(told: Resource, what: str) -> NoReturn:
    conditions.set_synced(told, 'False', f'{what} is currently being updated')
    raise started(what).seen(told)


def started(what: str) -> Requeue:
    return Requeue(f"{what.lower()} has started asynchronously updating, cannot be modified until 'ACTIVE'", 15)


def sync_tags(look: Look, arn: str, desired: Resource, seen: Resource) -> None:
    added, removed = changes(desired.spec.get('tags'), seen.spec.get('tags'), 'map')
    if added:
        look.call('TagResource', resourceArn=arn, tags=added)
    if removed:
        look.call('UntagResource', resourceArn=arn, tagKeys=removed)
