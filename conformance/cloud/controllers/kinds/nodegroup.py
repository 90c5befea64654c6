"""eks: managed node groups."""
from .. import conditions
from ..delta import Delta
from ..errors import Requeue, TerminalError
from ..look import Look
from ..params import to_params
from ..resource import Resource
from .eks_common import ABSENT, CLUSTER_NAME, ROLE_ARN, STRICT, is_active, say_whether_active, sync_tags, updating
from .kind import Kind, Object, Ref

_BY_AUTOSCALER = ('eks.services.k8s.aws/desired-size-managed-by', 'external-autoscaler')
_CONFIG = ('labels', 'taints', 'scalingConfig', 'updateConfig')


def _created(look: Look, desired: Resource, made: Resource) -> None:
    if made.status.get('status') == 'CREATING':
        conditions.set_synced(made, 'False')


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    size = (observed.spec.get('scalingConfig') or {}).get('desiredSize')
    if size is not None:
        observed.status['desiredSize'] = size
    say_whether_active(observed)


def _by_autoscaler(desired: Resource) -> bool:
    return (desired.metadata.get('annotations') or {}).get(_BY_AUTOSCALER[0]) == _BY_AUTOSCALER[1]


def _compare(desired: Resource, seen: Resource, delta: Delta) -> None:
    mine, theirs = desired.spec.get('taints') or [], seen.spec.get('taints') or []
    if len(mine) != len(theirs) or any(taint not in theirs for taint in mine):
        delta.add('taints')
    for field in ('releaseVersion', 'version'):
        if desired.spec.get(field) and desired.spec[field] != seen.spec.get(field):
            delta.add(field)
    if _by_autoscaler(desired):
        delta.drop('scalingConfig.desiredSize')


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    if delta.at('tags'):
        sync_tags(look, seen.arn, desired, seen)
    if not delta.besides('tags'):
        return desired
    told = desired.copy().with_status_of(seen)
    if not is_active(seen, told, 'Nodegroup', ('CREATE_FAILED', 'DELETE_FAILED'), 30):
        return told
    if delta.at(*_CONFIG):
        _update_config(look, desired, seen)
        updating(told, 'Nodegroup')
    if delta.at('version', 'releaseVersion', 'launchTemplate'):
        _check_release(desired)
        given = {field: desired.spec[field] for field in ('version', 'releaseVersion', 'launchTemplate') if delta.at(field) and desired.spec.get(field)}
        look.call('UpdateNodegroupVersion', **_name(desired), **to_params(given, look.shape('UpdateNodegroupVersion'), {}))
        updating(told, 'Nodegroup')
    return told


def _name(resource: Resource) -> Object:
    return {'clusterName': resource.spec['clusterName'], 'nodegroupName': resource.spec['name']}


def _check_release(desired: Resource) -> None:
    version, release = desired.spec.get('version'), desired.spec.get('releaseVersion')
    if version and release and not desired.spec.get('amiType', '').startswith('BOTTLEROCKET_') and desired.spec.get('amiType') != 'CUSTOM':
        of_release = '.'.join(release.split('.')[:2])
        if of_release != version:
            raise TerminalError(f'version and release version do not match: {version} and {of_release}')


def _update_config(look: Look, desired: Resource, seen: Resource) -> None:
    given: Object = {}
    labels, old = desired.spec.get('labels') or {}, seen.spec.get('labels') or {}
    gone = [name for name in old if name not in labels]
    if labels or gone:
        given['labels'] = {'addOrUpdateLabels': labels, 'removeLabels': gone}
    taints, before = desired.spec.get('taints') or [], seen.spec.get('taints') or []
    kept = [taint['key'] for taint in taints]
    removed = [taint for taint in before if taint['key'] not in kept]
    if taints or removed:
        given['taints'] = {'addOrUpdateTaints': taints, 'removeTaints': removed}
    if desired.spec.get('scalingConfig'):
        size = (seen.spec.get('scalingConfig') or {}).get('desiredSize')
        given['scalingConfig'] = desired.spec['scalingConfig'] | ({'desiredSize': size} if _by_autoscaler(desired) and size is not None else {})
    if desired.spec.get('updateConfig'):
        given['updateConfig'] = desired.spec['updateConfig']
    look.call('UpdateNodegroupConfig', **_name(desired), **given)


def _before_delete(look: Look, seen: Resource) -> None:
    if seen.status.get('status') == 'DELETING':
        raise Requeue("nodegroup in 'DELETING' state, cannot be modified or deleted", 30).seen(seen)


_FIELDS = ('amiType', 'capacityType', 'clusterName', 'diskSize', 'instanceTypes', 'labels', 'launchTemplate', 'name', 'nodeRole', 'releaseVersion',
           'remoteAccess', 'scalingConfig', 'subnets', 'tags', 'taints', 'updateConfig', 'version')

# Once its deletion was asked for, the object is let go: AWS drains the nodes later.
NODEGROUP = Kind(
    kind='Nodegroup', plural='nodegroups', service='eks', tags='map', create='CreateNodegroup', read='DescribeNodegroup', delete='DeleteNodegroup',
    read_params={'clusterName': '$spec.clusterName', 'nodegroupName': '$spec.name'},
    delete_params={'clusterName': '$spec.clusterName', 'nodegroupName': '$spec.name'}, found='nodegroup', made='nodegroup', arn='nodegroupARN',
    spec=_FIELDS, answered=_FIELDS, status=('createdAt', 'health', 'modifiedAt', 'resources', 'status'), renames={'name': 'nodegroupName'},
    refs=(CLUSTER_NAME, Ref('nodeRole', 'nodeRoleRef', 'iam', 'Role', ROLE_ARN, required=True),
          Ref('subnets', 'subnetRefs', 'ec2', 'Subnet', 'status.subnetID', required=True)),
    after_create=_created, after_read=_read, after_compare=_compare, update=_update, before_delete=_before_delete, maps=frozenset({'labels'}),
    uncompared=frozenset({'taints', 'releaseVersion', 'version'}), terminal=STRICT, not_found=ABSENT)
