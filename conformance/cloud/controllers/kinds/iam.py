"""iam: roles and identity providers."""
from urllib.parse import unquote_plus

from .. import conditions
from ..delta import Delta
from ..errors import Requeue
from ..look import Look
from ..resource import Resource
from ..tags import api_pairs, changes
from .kind import Kind, Object, Ref

_NO_ENTITY = frozenset({'NoSuchEntity'})


def _named(resource: Resource) -> Object:
    return {'RoleName': resource.spec['name']}


def _decode(resource: Resource) -> None:
    if resource.spec.get('assumeRolePolicyDocument'):
        resource.spec['assumeRolePolicyDocument'] = unquote_plus(resource.spec['assumeRolePolicyDocument'])


def _created(look: Look, desired: Resource, made: Resource) -> None:
    _decode(made)
    raise Requeue('role created, requeuing to trigger updates').seen(made)


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    _decode(observed)
    role = _named(observed)
    observed.spec['policies'] = [one['PolicyArn'] for one in look.call('ListAttachedRolePolicies', **role)['AttachedPolicies']]
    names = look.call('ListRolePolicies', **role)['PolicyNames']
    observed.spec['inlinePolicies'] = {name: unquote_plus(look.call('GetRolePolicy', PolicyName=name, **role)['PolicyDocument']) for name in names}
    observed.spec['tags'] = _tags(look.call('ListRoleTags', **role)['Tags'])


def _tags(pairs: list[Object]) -> list[Object]:
    return [{'key': tag['Key'], 'value': tag['Value']} for tag in pairs]


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    role = _named(desired)
    if delta.at('policies'):
        _sync_policies(look, role, desired.spec.get('policies') or [], seen.spec.get('policies') or [])
    if delta.at('inlinePolicies'):
        _sync_inline(look, role, desired.spec.get('inlinePolicies') or {}, seen.spec.get('inlinePolicies') or {})
    if delta.at('tags'):
        _sync_tags(look, 'TagRole', 'UntagRole', role, desired, seen)
    if delta.at('permissionsBoundary'):
        boundary = desired.spec.get('permissionsBoundary')
        if boundary:
            look.call('PutRolePermissionsBoundary', PermissionsBoundary=boundary, **role)
        else:
            look.call('DeleteRolePermissionsBoundary', **role)
    if delta.at('assumeRolePolicyDocument'):
        look.call('UpdateAssumeRolePolicy', PolicyDocument=desired.spec['assumeRolePolicyDocument'], **role)
    if not delta.besides('tags', 'policies', 'inlinePolicies', 'permissionsBoundary', 'assumeRolePolicyDocument'):
        return desired
    given = {'Description': desired.spec.get('description'), 'MaxSessionDuration': desired.spec.get('maxSessionDuration')}
    look.call('UpdateRole', **role, **{name: value for name, value in given.items() if value is not None})
    return desired.copy()


def _sync_policies(look: Look, role: Object, desired: list[str], seen: list[str]) -> None:
    for arn in (arn for arn in desired if arn not in seen):
        look.call('AttachRolePolicy', PolicyArn=arn, **role)
    for arn in (arn for arn in seen if arn not in desired):
        look.call('DetachRolePolicy', PolicyArn=arn, **role)


def _sync_inline(look: Look, role: Object, desired: dict[str, str], seen: dict[str, str]) -> None:
    for name in (name for name in desired if seen.get(name) != desired[name]):
        look.call('PutRolePolicy', PolicyName=name, PolicyDocument=unquote_plus(desired[name]), **role)
    for name in (name for name in seen if name not in desired):
        look.call('DeleteRolePolicy', PolicyName=name, **role)


def _sync_tags(look: Look, tag: str, untag: str, target: Object, desired: Resource, seen: Resource) -> None:
    added, removed = changes(desired.spec.get('tags'), seen.spec.get('tags'), 'pairs')
    if added:
        look.call(tag, Tags=api_pairs(added), **target)
    # A tag with another value counts as one more to remove: by then it has the new one.
    have = {one['key'] for one in seen.spec.get('tags') or []}
    if removed := [name for name in [*removed, *added] if name in have]:
        look.call(untag, TagKeys=removed, **target)


def _strip(look: Look, seen: Resource) -> None:
    """A refused deletion leaves a role without policies."""
    _sync_policies(look, _named(seen), [], seen.spec.get('policies') or [])
    _sync_inline(look, _named(seen), {}, seen.spec.get('inlinePolicies') or {})


def _provider(resource: Resource) -> Object:
    return {'OpenIDConnectProviderArn': resource.arn}


def _read_provider(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    observed.spec['tags'] = _tags(look.call('ListOpenIDConnectProviderTags', **_provider(observed))['Tags'])


def _compare_address(desired: Resource, seen: Resource, delta: Delta) -> None:
    addresses = [str(side.spec.get('url', '')).removeprefix('https://') for side in (desired, seen)]
    if addresses[0] != addresses[1]:
        delta.add('url')


def _update_provider(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    provider = _provider(desired)
    if delta.at('thumbprints'):
        look.call('UpdateOpenIDConnectProviderThumbprint', ThumbprintList=desired.spec.get('thumbprints') or [], **provider)
    if delta.at('clientIDs'):
        new, old = desired.spec.get('clientIDs') or [], seen.spec.get('clientIDs') or []
        for client in (client for client in new if client not in old):
            look.call('AddClientIDToOpenIDConnectProvider', ClientID=client, **provider)
        for client in (client for client in old if client not in new):
            look.call('RemoveClientIDFromOpenIDConnectProvider', ClientID=client, **provider)
    if delta.at('tags'):
        seen.spec['tags'] = _tags(look.call('ListOpenIDConnectProviderTags', **provider)['Tags'])
        _sync_tags(look, 'TagOpenIDConnectProvider', 'UntagOpenIDConnectProvider', provider, desired, seen)
    conditions.set_synced(desired, 'True')
    return desired


_ROLE = ('assumeRolePolicyDocument', 'maxSessionDuration', 'name', 'path', 'permissionsBoundary', 'tags')

ROLE = Kind(
    kind='Role', plural='roles', service='iam', tags='pairs', create='CreateRole', read='GetRole', delete='DeleteRole',
    read_params={'RoleName': '$spec.name'}, delete_params={'RoleName': '$spec.name'}, found='Role', made='Role', arn='arn',
    spec=(*_ROLE, 'description'), answered=_ROLE, spec_from={'permissionsBoundary': 'permissionsBoundary.permissionsBoundaryARN'},
    status=('roleID', 'createDate', 'roleLastUsed'), renames={'name': 'RoleName'},
    refs=(Ref('permissionsBoundary', 'permissionsBoundaryRef', 'iam', 'Policy', 'status.ackResourceMetadata.arn'),
          Ref('policies', 'policyRefs', 'iam', 'Policy', 'status.ackResourceMetadata.arn')),
    after_create=_created, after_read=_read, update=_update, before_delete=_strip, maps=frozenset({'inlinePolicies'}),
    documents=frozenset({'assumeRolePolicyDocument'}), late=('maxSessionDuration', 'path'),
    terminal=frozenset({'InvalidInput', 'MalformedPolicyDocument'}), not_found=_NO_ENTITY)

OPEN_ID_CONNECT_PROVIDER = Kind(
    kind='OpenIDConnectProvider', plural='openidconnectproviders', service='iam', tags='pairs', create='CreateOpenIDConnectProvider',
    read='GetOpenIDConnectProvider', delete='DeleteOpenIDConnectProvider',
    read_params={'OpenIDConnectProviderArn': '$status.ackResourceMetadata.arn'},
    delete_params={'OpenIDConnectProviderArn': '$status.ackResourceMetadata.arn'}, found='', arn='openIDConnectProviderARN',
    spec=('clientIDs', 'tags', 'thumbprints', 'url'), answered=('tags',), renames={'clientIDs': 'ClientIDList', 'thumbprints': 'ThumbprintList'},
    after_read=_read_provider, after_compare=_compare_address, update=_update_provider, uncompared=frozenset({'url'}), late=('thumbprints',),
    terminal=frozenset({'InvalidInput', 'EntityAlreadyExists'}), not_found=_NO_ENTITY)
