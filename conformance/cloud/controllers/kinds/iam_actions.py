"""What the iam, kms and cloudwatchlogs controllers do by hand-written code."""
import json
from typing import Any

from ..work import Work
from . import tags


def update_role(work: Work) -> None:
    role = {'RoleName': work.spec['name']}
    if work.changed('policies'):
        _sync_policies(work, role, work.spec.get('policies') or [])
        work.done('policies')
    if work.changed('inlinePolicies'):
        _sync_inline(work, role, work.spec.get('inlinePolicies') or {})
        work.done('inlinePolicies')
    tags.update_iam(work, 'TagRole', 'UntagRole', **role)
    if work.changed('permissionsBoundary'):
        boundary = work.spec.get('permissionsBoundary')
        if boundary:
            work.call('PutRolePermissionsBoundary', PermissionsBoundary=boundary, **role)
        else:
            work.call('DeleteRolePermissionsBoundary', **role)
        work.done('permissionsBoundary')
    if work.changed('assumeRolePolicyDocument'):
        old, new = work.applied.get('assumeRolePolicyDocument'), work.spec['assumeRolePolicyDocument']
        if old is None or json.loads(old) != json.loads(new):
            work.call('UpdateAssumeRolePolicy', PolicyDocument=new, **role)
        work.done('assumeRolePolicyDocument')
    if work.changed('description') or work.changed('maxSessionDuration'):
        given = {'Description': work.spec.get('description'), 'MaxSessionDuration': work.spec.get('maxSessionDuration')}
        work.call('UpdateRole', **role, **{key: value for key, value in given.items() if value is not None})
        work.done('description', 'maxSessionDuration')


def _sync_policies(work: Work, role: dict[str, str], wanted: list[str]) -> None:
    found = [p['PolicyArn'] for p in work.call('ListAttachedRolePolicies', **role)['AttachedPolicies']]
    for arn in (a for a in found if a not in wanted):
        work.call('DetachRolePolicy', PolicyArn=arn, **role)
    for arn in (a for a in wanted if a not in found):
        work.call('AttachRolePolicy', PolicyArn=arn, **role)


def _sync_inline(work: Work, role: dict[str, str], wanted: dict[str, str]) -> None:
    found = work.call('ListRolePolicies', **role)['PolicyNames']
    for name in (n for n in found if n not in wanted):
        work.call('DeleteRolePolicy', PolicyName=name, **role)
    for name, document in wanted.items():
        if (work.applied.get('inlinePolicies') or {}).get(name) != document or name not in found:
            work.call('PutRolePolicy', PolicyName=name, PolicyDocument=document, **role)


def strip_role(work: Work) -> None:
    """Detaches everything, then deletes: a refused deletion leaves a role without policies."""
    role = {'RoleName': work.spec['name']}
    _sync_policies(work, role, [])
    _sync_inline(work, role, {})
    work.applied = {key: value for key, value in work.applied.items() if key not in ('policies', 'inlinePolicies')}
    work.keep()


def update_oidc_provider(work: Work) -> None:
    provider = {'OpenIDConnectProviderArn': work.status['ackResourceMetadata']['arn']}
    if work.changed('clientIDs'):
        old, new = work.applied.get('clientIDs') or [], work.spec.get('clientIDs') or []
        for client in (c for c in new if c not in old):
            work.call('AddClientIDToOpenIDConnectProvider', ClientID=client, **provider)
        for client in (c for c in old if c not in new):
            work.call('RemoveClientIDFromOpenIDConnectProvider', ClientID=client, **provider)
        work.done('clientIDs')
    if work.changed('thumbprints'):
        work.call('UpdateOpenIDConnectProviderThumbprint', ThumbprintList=work.spec.get('thumbprints') or [], **provider)
        work.done('thumbprints')
    tags.update_iam(work, 'TagOpenIDConnectProvider', 'UntagOpenIDConnectProvider', **provider)


def rotate(work: Work) -> None:
    wanted = bool(work.spec.get('enableKeyRotation'))
    work.call('EnableKeyRotation' if wanted else 'DisableKeyRotation', KeyId=work.status['keyID'])


def update_key(work: Work) -> None:
    key = work.status['keyID']
    if work.changed('policy') and work.spec.get('policy'):
        work.call('PutKeyPolicy', KeyId=key, PolicyName='default', Policy=work.spec['policy'])
        work.done('policy')
    if work.changed('enableKeyRotation'):
        rotate(work)
        work.done('enableKeyRotation')
    tags.update_kms(work, key)


def alias_name(work: Work, params: dict[str, Any] | None = None) -> str:
    name = work.spec['name']
    full = name if name.startswith('alias/') else f'alias/{name}'
    if params is not None:
        params['AliasName'] = full
    return full


def update_alias(work: Work) -> None:
    if work.changed('targetKeyID'):
        work.call('UpdateAlias', AliasName=alias_name(work), TargetKeyId=work.spec['targetKeyID'])


def retain_logs(work: Work) -> None:
    days = work.spec.get('retentionDays')
    if days is not None:
        work.call('PutRetentionPolicy', logGroupName=work.spec['name'], retentionInDays=days)


def update_log_group(work: Work) -> None:
    if work.changed('retentionDays'):
        if work.spec.get('retentionDays') is None:
            work.call('DeleteRetentionPolicy', logGroupName=work.spec['name'])
        retain_logs(work)
        work.done('retentionDays')
    if work.changed('kmsKeyID') and work.spec.get('kmsKeyID'):
        work.call('AssociateKmsKey', logGroupName=work.spec['name'], kmsKeyId=work.spec['kmsKeyID'])
        work.done('kmsKeyID')
    tags.update_map(work, work.item['logGroupArn'])
