"""kms: keys and aliases."""
from ..delta import Delta
from ..errors import Ended
from ..look import Look
from ..resource import Resource
from ..tags import to_map
from .kind import Kind, Object, Ref

_KEY = ('customKeyStoreID', 'description', 'keySpec', 'keyUsage', 'multiRegion', 'origin')


def _key(resource: Resource) -> Object:
    return {'KeyId': resource.status['keyID']}


def _created(look: Look, desired: Resource, made: Resource) -> None:
    try:
        made.spec['policy'] = look.call('GetKeyPolicy', PolicyName='default', **_key(made))['Policy']
        _rotate(look, made)
    except Ended as error:
        raise error.seen(made)


def _rotate(look: Look, desired: Resource) -> None:
    now = look.call('GetKeyRotationStatus', **_key(desired))['KeyRotationEnabled']
    should = bool(desired.spec.get('enableKeyRotation'))
    if now != should:
        look.call('EnableKeyRotation' if should else 'DisableKeyRotation', **_key(desired))


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    try:
        observed.spec['policy'] = look.call('GetKeyPolicy', PolicyName='default', **_key(observed))['Policy']
        tags = look.call('ListResourceTags', **_key(observed))['Tags']
        observed.spec['tags'] = [{'tagKey': tag['TagKey'], 'tagValue': tag['TagValue']} for tag in tags]
        observed.spec['enableKeyRotation'] = look.call('GetKeyRotationStatus', **_key(observed))['KeyRotationEnabled']
    except Ended as error:
        raise error.seen(observed)


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated = desired.copy().with_status_of(seen)
    try:
        if delta.at('policy') and desired.spec.get('policy'):
            look.call('PutKeyPolicy', PolicyName='default', Policy=desired.spec['policy'], **_key(updated))
        if delta.at('tags'):
            _sync_tags(look, updated)
        if delta.at('enableKeyRotation'):
            _rotate(look, updated)
    except Ended as error:
        raise error.seen(updated)
    return updated


def _sync_tags(look: Look, desired: Resource) -> None:
    """All tags are sent, also those that AWS has."""
    tags = to_map(desired.spec.get('tags'), 'kms')
    gone = [tag['TagKey'] for tag in look.call('ListResourceTags', **_key(desired))['Tags'] if tag['TagKey'] not in tags]
    if gone:
        look.call('UntagResource', TagKeys=gone, **_key(desired))
    if tags:
        look.call('TagResource', Tags=[{'TagKey': name, 'TagValue': value} for name, value in tags.items()], **_key(desired))


def _full_name(resource: Resource) -> str:
    name = resource.spec['name']
    return name if name.startswith('alias/') else f'alias/{name}'


def _name(look: Look, desired: Resource, params: Object) -> None:
    params['AliasName'] = _full_name(desired)


def _update_alias(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    look.call('UpdateAlias', AliasName=_full_name(desired), TargetKeyId=desired.spec['targetKeyID'])
    return desired.copy()


KEY = Kind(
    kind='Key', plural='keys', service='kms', tags='kms', create='CreateKey', read='DescribeKey', delete='ScheduleKeyDeletion',
    read_params={'KeyId': '$status.keyID'}, delete_params={'KeyId': '$status.keyID', 'PendingWindowInDays': 7}, found='KeyMetadata',
    made='KeyMetadata', arn='arn', spec=_KEY, answered=_KEY,
    status=('awsAccountID', 'cloudHsmClusterID', 'creationDate', 'deletionDate', 'enabled', 'encryptionAlgorithms', 'expirationModel', 'keyID',
            'keyManager', 'keyState', 'macAlgorithms', 'multiRegionConfiguration', 'pendingDeletionWindowInDays', 'signingAlgorithms', 'validTo'),
    after_create=_created, after_read=_read, update=_update, documents=frozenset({'policy'}), not_found=frozenset({'NotFound'}))

ALIAS = Kind(
    kind='Alias', plural='aliases', service='kms', create='CreateAlias', read='ListAliases', delete='DeleteAlias', read_params={},
    delete_params={'AliasName': '$spec.name'}, found='Aliases', arn='aliasARN', spec=('targetKeyID',), renames={'name': 'AliasName'},
    refs=(Ref('targetKeyID', 'targetKeyRef', 'kms', 'Key', 'status.keyID', required=True),),
    picks=lambda desired, item: item['AliasName'] == _full_name(desired), before_create=_name, update=_update_alias, not_found=frozenset({'NotFound'}))
