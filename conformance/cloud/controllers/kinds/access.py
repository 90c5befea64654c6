"""eks: access entries and pod identity associations."""
from .. import conditions
from ..delta import Delta
from ..errors import TerminalError
from ..look import Look
from ..params import to_params
from ..resource import Resource
from .eks_common import ABSENT, CLUSTER_NAME, ROLE_ARN, sync_tags
from .kind import Kind, Object, Ref

Policy = Object


def _created(look: Look, desired: Resource, made: Resource) -> None:
    if desired.spec.get('accessPolicies') is not None:
        conditions.set_synced(made, 'False', 'Access policy update pending; resource will be requeued in 30 seconds')


def _entry(resource: Resource) -> Object:
    return {'clusterName': resource.spec['clusterName'], 'principalArn': resource.spec['principalARN']}


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    found = look.call('ListAssociatedAccessPolicies', **_entry(observed))['associatedAccessPolicies']
    observed.spec['accessPolicies'] = [{'policyARN': one['policyArn'], 'accessScope': one['accessScope']} for one in found]


def _scope(policy: Policy) -> tuple[str, list[str]]:
    scope = policy.get('accessScope') or {}
    return scope.get('type') or '', sorted(scope.get('namespaces') or [])


def _changes(desired: list[Policy], seen: list[Policy]) -> tuple[list[Policy], list[str]]:
    """Policies to associate, and those to take away first: also those whose scope is another."""
    there = {policy['policyARN']: policy for policy in seen}
    new = [policy for policy in desired if policy.get('policyARN') not in there or _scope(there[policy['policyARN']]) != _scope(policy)]
    gone = [arn for arn in there if arn not in [policy.get('policyARN') for policy in desired]]
    return new, [policy['policyARN'] for policy in new if policy.get('policyARN') in there] + gone


def _compare(desired: Resource, seen: Resource, delta: Delta) -> None:
    if any(_changes(desired.spec.get('accessPolicies') or [], seen.spec.get('accessPolicies') or [])):
        delta.add('accessPolicies')


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    told = desired.copy().with_status_of(seen)
    if delta.at('accessPolicies'):
        _sync_policies(look, desired, seen)
    if delta.at('tags'):
        sync_tags(look, seen.arn, desired, seen)
    if not delta.besides('accessPolicies', 'tags'):
        return told
    fields = ('clusterName', 'kubernetesGroups', 'principalARN', 'username')
    given = {field: desired.spec[field] for field in fields if desired.spec.get(field) is not None}
    answer = look.call('UpdateAccessEntry', **to_params(given, look.shape('UpdateAccessEntry'), {}))['accessEntry']
    updated = desired.copy()
    look.take(updated, answer, ACCESS_ENTRY.answered)
    return updated


def _sync_policies(look: Look, desired: Resource, seen: Resource) -> None:
    policies = desired.spec.get('accessPolicies') or []
    if any(not policy.get('policyARN') for policy in policies):
        raise TerminalError('All Access Policy entries must specify a Policy ARN.')
    added, removed = _changes(policies, seen.spec.get('accessPolicies') or [])
    for arn in removed:
        look.call('DisassociateAccessPolicy', policyArn=arn, **_entry(desired))
    for policy in added:
        look.call('AssociateAccessPolicy', policyArn=policy['policyARN'], accessScope=policy.get('accessScope') or {}, **_entry(desired))


def _update_pod_identity(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    if delta.at('tags'):
        sync_tags(look, seen.status['associationARN'], desired, seen)
    if not delta.besides('tags'):
        return desired
    given = {field: desired.spec[field] for field in ('clusterName', 'disableSessionTags', 'policy', 'roleARN', 'targetRoleARN')
             if desired.spec.get(field) is not None}
    params = {'targetRoleArn': ''} | to_params(given, look.shape('UpdatePodIdentityAssociation'), {})
    answer = look.call('UpdatePodIdentityAssociation', associationId=desired.status['associationID'], **params)['association']
    updated = desired.copy()
    look.take(updated, answer, POD_IDENTITY_ASSOCIATION.answered)
    return updated


_ENTRY = ('clusterName', 'kubernetesGroups', 'principalARN', 'tags', 'type', 'username')

ACCESS_ENTRY = Kind(
    kind='AccessEntry', plural='accessentries', service='eks', tags='map', create='CreateAccessEntry', read='DescribeAccessEntry',
    delete='DeleteAccessEntry', read_params={'clusterName': '$spec.clusterName', 'principalArn': '$spec.principalARN'},
    delete_params={'clusterName': '$spec.clusterName', 'principalArn': '$spec.principalARN'}, found='accessEntry', made='accessEntry',
    arn='accessEntryARN', spec=_ENTRY, answered=_ENTRY, status=('createdAt', 'modifiedAt'), refs=(CLUSTER_NAME,), after_create=_created,
    after_read=_read, after_compare=_compare, update=_update, uncompared=frozenset({'accessPolicies'}), not_found=ABSENT)

_ASSOCIATION = ('clusterName', 'disableSessionTags', 'namespace', 'policy', 'roleARN', 'serviceAccount', 'tags', 'targetRoleARN')

POD_IDENTITY_ASSOCIATION = Kind(
    kind='PodIdentityAssociation', plural='podidentityassociations', service='eks', tags='map', create='CreatePodIdentityAssociation',
    read='DescribePodIdentityAssociation', delete='DeletePodIdentityAssociation',
    read_params={'clusterName': '$spec.clusterName', 'associationId': '$status.associationID'},
    delete_params={'clusterName': '$spec.clusterName', 'associationId': '$status.associationID'}, found='association', made='association',
    arn='associationARN', spec=_ASSOCIATION, answered=_ASSOCIATION,
    status=('associationARN', 'associationID', 'createdAt', 'externalID', 'modifiedAt', 'ownerARN'),
    refs=(CLUSTER_NAME, Ref('roleARN', 'roleRef', 'iam', 'Role', ROLE_ARN, required=True),
          Ref('targetRoleARN', 'targetRoleRef', 'iam', 'Role', ROLE_ARN)),
    update=_update_pod_identity, documents=frozenset({'policy'}), not_found=ABSENT)
