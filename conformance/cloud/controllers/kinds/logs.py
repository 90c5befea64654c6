"""cloudwatchlogs: log groups."""
from ..delta import Delta
from ..errors import Ended
from ..look import Look
from ..resource import Resource
from ..tags import changes
from .kind import Kind, Object, Ref


def _retain(look: Look, desired: Resource) -> None:
    if desired.spec.get('retentionDays'):
        look.call('PutRetentionPolicy', logGroupName=desired.spec['name'], retentionInDays=desired.spec['retentionDays'])
    else:
        look.call('DeleteRetentionPolicy', logGroupName=desired.spec['name'])


def _created(look: Look, desired: Resource, made: Resource) -> None:
    _retain(look, desired)
    made.status['retentionInDays'] = desired.spec.get('retentionDays') or 0


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    observed.spec.pop('retentionDays', None)
    if observed.status.get('retentionInDays') is not None:
        observed.spec['retentionDays'] = observed.status['retentionInDays']
    look.call('DescribeSubscriptionFilters', logGroupName=given.spec['name'])
    observed.spec['tags'] = look.call('ListTagsForResource', resourceArn=observed.arn).get('tags', {})


def _defaults(desired: Resource, seen: Resource) -> None:
    for side in (desired, seen):
        if side.spec.get('retentionDays') is None:
            side.spec['retentionDays'] = 0


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated = desired.copy().with_status_of(seen)
    try:
        if delta.at('tags'):
            added, removed = changes(desired.spec.get('tags'), seen.spec.get('tags'), 'map')
            if removed:
                look.call('UntagResource', resourceArn=seen.arn, tagKeys=removed)
            if added:
                look.call('TagResource', resourceArn=seen.arn, tags=added)
        if delta.at('retentionDays'):
            _retain(look, desired)
    except Ended as error:
        raise error.seen(updated)
    updated.status['retentionInDays'] = desired.spec.get('retentionDays') or 0
    return updated


# The controller takes the first group whose name begins with that of the object: its own, if it is there.
LOG_GROUP = Kind(
    kind='LogGroup', plural='loggroups', service='cloudwatchlogs', api='logs', tags='map', create='CreateLogGroup', read='DescribeLogGroups',
    delete='DeleteLogGroup', read_params={'logGroupNamePrefix': '$spec.name'}, delete_params={'logGroupName': '$spec.name'}, found='logGroups',
    arn='logGroupARN', spec=('kmsKeyID',), status=('creationTime', 'dataProtectionStatus', 'metricFilterCount', 'retentionInDays', 'storedBytes'),
    renames={'name': 'logGroupName'}, refs=(Ref('kmsKeyID', 'kmsKeyRef', 'kms', 'Key', 'status.ackResourceMetadata.arn'),),
    after_create=_created, after_read=_read, before_compare=_defaults, update=_update, uncompared=frozenset({'subscriptionFilters'}),
    terminal=frozenset({'InvalidParameterException'}))
