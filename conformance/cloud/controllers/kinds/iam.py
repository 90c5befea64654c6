"""The kinds of iam, kms and cloudwatchlogs."""
from . import iam_actions as actions
from .kind import Kind, Ref

_NO_ENTITY = frozenset({'NoSuchEntity'})

IAM = (
    Kind('Role', 'roles', 'iam', create='CreateRole', read='GetRole', delete='DeleteRole', read_params={'RoleName': '$spec.name'},
         delete_params={'RoleName': '$spec.name'}, found='Role', arn='arn', status=('roleID', 'createDate', 'roleLastUsed'),
         renames={'name': 'RoleName'}, later=('policies', 'inlinePolicies', 'description'), updates_after_create=True,
         refs=(Ref('permissionsBoundary', 'permissionsBoundaryRef', 'iam', 'Policy', 'status.ackResourceMetadata.arn'),
               Ref('policies', 'policyRefs', 'iam', 'Policy', 'status.ackResourceMetadata.arn')),
         update=actions.update_role, before_delete=actions.strip_role, ignored=('path', 'name'), late={'maxSessionDuration': 3600, 'path': '/'},
         terminal=frozenset({'InvalidInput', 'MalformedPolicyDocument'}), not_found=_NO_ENTITY),
    Kind('OpenIDConnectProvider', 'openidconnectproviders', 'iam', create='CreateOpenIDConnectProvider', read='GetOpenIDConnectProvider',
         delete='DeleteOpenIDConnectProvider', read_params={'OpenIDConnectProviderArn': '$status.ackResourceMetadata.arn'},
         delete_params={'OpenIDConnectProviderArn': '$status.ackResourceMetadata.arn'}, found='', arn='openIDConnectProviderARN',
         renames={'clientIDs': 'ClientIDList', 'thumbprints': 'ThumbprintList'}, update=actions.update_oidc_provider, ignored=('url',),
         terminal=frozenset({'InvalidInput', 'EntityAlreadyExists'}), not_found=_NO_ENTITY),
)

KMS = (
    Kind('Key', 'keys', 'kms', create='CreateKey', read='DescribeKey', delete='ScheduleKeyDeletion', read_params={'KeyId': '$status.keyID'},
         delete_params={'KeyId': '$status.keyID', 'PendingWindowInDays': 7}, found='KeyMetadata', arn='arn',
         status=('keyID', 'keyState', 'enabled', 'creationDate', 'keyManager', 'awsAccountID', 'encryptionAlgorithms'),
         later=('enableKeyRotation',), after_create=actions.rotate, update=actions.update_key),
    Kind('Alias', 'aliases', 'kms', create='CreateAlias', read='ListAliases', delete='DeleteAlias', read_params={},
         delete_params={'AliasName': '$spec.name'}, found='Aliases', arn='aliasARN', renames={'name': 'AliasName'},
         refs=(Ref('targetKeyID', 'targetKeyRef', 'kms', 'Key', 'status.keyID', required=True),),
         picks=lambda work, item: item['AliasName'] == actions.alias_name(work), before_create=actions.alias_name, update=actions.update_alias,
         ignored=('name',)),
)

LOGS = (
    Kind('LogGroup', 'loggroups', 'cloudwatchlogs', api='logs', create='CreateLogGroup', read='DescribeLogGroups', delete='DeleteLogGroup',
         read_params={'logGroupNamePrefix': '$spec.name'}, delete_params={'logGroupName': '$spec.name'}, found='logGroups', arn='arn',
         status=('creationTime', 'metricFilterCount', 'retentionInDays', 'storedBytes'), renames={'name': 'logGroupName'},
         refs=(Ref('kmsKeyID', 'kmsKeyRef', 'kms', 'Key', 'status.ackResourceMetadata.arn'),), later=('retentionDays', 'subscriptionFilters'),
         picks=lambda work, item: item['logGroupName'] == work.spec['name'], after_create=actions.retain_logs, update=actions.update_log_group,
         ignored=('name', 'subscriptionFilters'), terminal=frozenset({'InvalidParameterException'})),
)
