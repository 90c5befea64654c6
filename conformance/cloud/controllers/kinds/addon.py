"""eks: add-ons."""
from .. import conditions
from ..delta import Delta
from ..look import Look
from ..params import to_params
from ..resource import Resource
from .eks_common import ABSENT, CLUSTER_NAME, ROLE_ARN, STRICT, is_active, say_whether_active, sync_tags
from .kind import Kind, Object, Ref

_SENT = ('name', 'addonVersion', 'clusterName', 'configurationValues', 'podIdentityAssociations', 'resolveConflicts', 'serviceAccountRoleARN')


def _created(look: Look, desired: Resource, made: Resource) -> None:
    if made.status.get('status') == 'CREATING':
        conditions.set_synced(made, 'False')


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    associations = []
    for arn in item.get('podIdentityAssociations', []):
        parameters = {'clusterName': observed.spec['clusterName'], 'associationId': arn.rsplit('/', 1)[1]}
        found = look.call('DescribePodIdentityAssociation', **parameters)['association']
        associations.append({'roleARN': found['roleArn'], 'serviceAccount': found['serviceAccount']})
    observed.spec['podIdentityAssociations'] = associations
    say_whether_active(observed)


def _associations(side: Resource) -> set[tuple[str, str]]:
    return {(one.get('serviceAccount', ''), one.get('roleARN', '')) for one in side.spec.get('podIdentityAssociations') or []}


def _compare(desired: Resource, seen: Resource, delta: Delta) -> None:
    if _associations(desired) != _associations(seen):
        delta.add('podIdentityAssociations')
    if seen.status.get('status') in ('CREATE_FAILED', 'UPDATE_FAILED'):
        # The update that this asks for is then not sent, because the add-on is not ACTIVE.
        delta.add('forceRecovery')


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    if not is_active(seen, seen, 'Addon', ('DELETE_FAILED',), 2):
        return seen
    if delta.at('tags'):
        sync_tags(look, seen.arn, desired, seen)
    if not delta.besides('tags'):
        return desired
    given = {field: desired.spec[field] for field in _SENT if desired.spec.get(field) is not None}
    params = to_params(given, look.shape('UpdateAddon'), {'name': 'addonName'})
    if delta.at('podIdentityAssociations') and not desired.spec.get('podIdentityAssociations'):
        params['podIdentityAssociations'] = []
    answer = look.call('UpdateAddon', **params)['update']
    told = desired.copy()
    told.status['status'] = answer['status']
    conditions.set_synced(told, 'False', 'Addon is currently being updated')
    return told


_FIELDS = ('addonVersion', 'clusterName', 'configurationValues', 'name', 'serviceAccountRoleARN', 'tags')

# Once its deletion was asked for, the object is let go.
ADDON = Kind(
    kind='Addon', plural='addons', service='eks', tags='map', create='CreateAddon', read='DescribeAddon', delete='DeleteAddon',
    read_params={'clusterName': '$spec.clusterName', 'addonName': '$spec.name'},
    delete_params={'clusterName': '$spec.clusterName', 'addonName': '$spec.name'}, found='addon', made='addon', arn='addonARN', spec=_FIELDS,
    answered=_FIELDS, status=('createdAt', 'health', 'marketplaceInformation', 'modifiedAt', 'owner', 'publisher', 'status'),
    renames={'name': 'addonName'},
    refs=(CLUSTER_NAME, Ref('serviceAccountRoleARN', 'serviceAccountRoleRef', 'iam', 'Role', ROLE_ARN),
          Ref('podIdentityAssociations[].roleARN', 'podIdentityAssociations[].roleRef', 'iam', 'Role', ROLE_ARN)),
    after_create=_created, after_read=_read, after_compare=_compare, update=_update, documents=frozenset({'configurationValues'}),
    uncompared=frozenset({'podIdentityAssociations'}), terminal=STRICT, not_found=ABSENT)
