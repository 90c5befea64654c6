"""eks: clusters."""
from collections.abc import Callable

from .. import conditions
from ..delta import Delta
from ..errors import AwsError, Requeue, TerminalError
from ..look import Look
from ..params import to_params
from ..resource import Resource
from .eks_common import ABSENT, CODES, ROLE_ARN, is_active, say_whether_active, started, sync_tags, updating
from .kind import Kind, Object, Ref

_NETWORK = 'resourcesVPCConfig'
_ENDPOINT = ('endpointPrivateAccess', 'endpointPublicAccess', 'publicAccessCIDRs')
_SUBNETS = ('securityGroupIDs', 'subnetIDs')
_AUTO_MODE = ('computeConfig', 'storageConfig', 'kubernetesNetworkConfig')
_DELETING = "cluster in 'DELETING' state, cannot be modified or deleted"


def _created(look: Look, desired: Resource, made: Resource) -> None:
    if made.status.get('status') == 'CREATING':
        conditions.set_synced(made, 'False')


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    group = item.get('resourcesVpcConfig', {}).get('clusterSecurityGroupId')
    if group:
        observed.status['clusterSecurityGroupID'] = group
    say_whether_active(observed)


def _defaults(desired: Resource, seen: Resource) -> None:
    for field in ('upgradePolicy', 'controlPlaneScalingConfig'):
        if desired.spec.get(field) is None and seen.spec.get(field) is not None:
            desired.spec[field] = seen.copy().spec[field]


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    """One kind of change for each look, and none is tried before those above it have gone through."""
    told = desired.copy().with_status_of(seen)
    if not is_active(seen, told, 'Cluster', ('FAILED',), 30):
        return told
    if delta.at('tags'):
        sync_tags(look, seen.arn, desired, seen)
    if not delta.besides('tags'):
        return desired
    if delta.at('logging'):
        _send_logging(look, desired)
        updating(told, 'Cluster')
    for paths, send in _STEPS:
        if delta.at(*paths):
            if send is _encryption and seen.spec.get('encryptionConfig'):
                conditions.set_condition(told, conditions.TERMINAL, 'False')
                return told
            _send(look, send, desired, seen)
            updating(told, 'Cluster')
    return told


def _send_logging(look: Look, desired: Resource) -> None:
    try:
        _config(look, desired, 'logging')
    except AwsError as error:
        # That nothing changes is no reason to give up, and none to go on.
        if error.text != 'No changes needed for the logging config provided':
            raise


def _send(look: Look, send: 'Step', desired: Resource, seen: Resource) -> None:
    try:
        send(look, desired, seen)
    except AwsError as error:
        if error.code == 'ResourceInUseException':
            raise started('Cluster') from None
        raise


def _config(look: Look, desired: Resource, *fields: str) -> None:
    given = {field: desired.spec[field] for field in fields if desired.spec.get(field) is not None}
    look.call('UpdateClusterConfig', name=desired.spec['name'], **to_params(given, look.shape('UpdateClusterConfig'), {}))


def _network(names: tuple[str, ...]) -> 'Step':
    def send(look: Look, desired: Resource, seen: Resource) -> None:
        given = {name: value for name, value in (desired.spec.get(_NETWORK) or {}).items() if name in names}
        params = to_params({_NETWORK: given}, look.shape('UpdateClusterConfig'), {})
        look.call('UpdateClusterConfig', name=desired.spec['name'], **params)
    return send


def _access(look: Look, desired: Resource, seen: Resource) -> None:
    mode = (desired.spec.get('accessConfig') or {}).get('authenticationMode')
    if mode is None:
        raise TerminalError('the controller crashes on accessConfig without authenticationMode')
    look.call('UpdateClusterConfig', name=desired.spec['name'], accessConfig={'authenticationMode': mode})


def _encryption(look: Look, desired: Resource, seen: Resource) -> None:
    """Only a cluster without can be given one. For others the controller sets ACK.Terminal, which its own success takes back: nothing is told."""
    given = to_params({'encryptionConfig': desired.spec['encryptionConfig']}, look.shape('AssociateEncryptionConfig'), {})
    look.call('AssociateEncryptionConfig', clusterName=desired.spec['name'], **given)


def _version(look: Look, desired: Resource, seen: Resource) -> None:
    """One minor version for each look, until that of the spec is reached."""
    old, new = seen.spec['version'], desired.spec['version']
    if _minor(new) < _minor(old):
        raise TerminalError(f'desired cluster version is less than the observed version: {new} < {old}')
    look.call('UpdateClusterVersion', name=desired.spec['name'], version=f'1.{_minor(old) + 1}')


def _minor(version: str) -> int:
    return int(version.split('.')[1])


def _own(*fields: str) -> 'Step':
    return lambda look, desired, seen: _config(look, desired, *fields)


Step = Callable[[Look, Resource, Resource], None]
_STEPS: tuple[tuple[tuple[str, ...], Step], ...] = (
    (tuple(f'{_NETWORK}.{name}' for name in _ENDPOINT), _network(_ENDPOINT)),
    (tuple(f'{_NETWORK}.{name}' for name in _SUBNETS), _network(_SUBNETS)),
    (('accessConfig',), _access),
    (('upgradePolicy',), _own('upgradePolicy')),
    (('encryptionConfig',), _encryption),
    (('version',), _version),
    (_AUTO_MODE, _own(*_AUTO_MODE)),
    (('zonalShiftConfig',), _own('zonalShiftConfig')),
    (('controlPlaneScalingConfig',), _own('controlPlaneScalingConfig')),
    (('deletionProtection',), _own('deletionProtection')),
)


def _before_delete(look: Look, seen: Resource) -> None:
    if seen.status.get('status') == 'DELETING':
        raise Requeue(_DELETING, 30).seen(seen)
    if look.call('ListNodegroups', clusterName=seen.spec['name'])['nodegroups']:
        raise Requeue('cluster is still in use, cannot be deleted', 30).seen(seen)


def _await_gone(look: Look, seen: Resource) -> None:
    raise Requeue(_DELETING, 30).seen(seen)


_FIELDS = ('accessConfig', 'clientRequestToken', 'computeConfig', 'controlPlaneScalingConfig', 'deletionProtection', 'encryptionConfig',
           'kubernetesNetworkConfig', 'logging', 'name', 'outpostConfig', 'remoteNetworkConfig', _NETWORK, 'roleARN', 'storageConfig', 'tags',
           'upgradePolicy', 'version', 'zonalShiftConfig')

CLUSTER = Kind(
    kind='Cluster', plural='clusters', service='eks', tags='map', create='CreateCluster', read='DescribeCluster', delete='DeleteCluster',
    read_params={'name': '$spec.name'}, delete_params={'name': '$spec.name'}, found='cluster', made='cluster', arn='arn', spec=_FIELDS,
    answered=_FIELDS,
    status=('certificateAuthority', 'connectorConfig', 'createdAt', 'endpoint', 'health', 'id', 'identity', 'platformVersion', 'status'),
    refs=(Ref('roleARN', 'roleRef', 'iam', 'Role', ROLE_ARN, required=True),
          Ref(f'{_NETWORK}.subnetIDs', f'{_NETWORK}.subnetRefs', 'ec2', 'Subnet', 'status.subnetID'),
          Ref(f'{_NETWORK}.securityGroupIDs', f'{_NETWORK}.securityGroupRefs', 'ec2', 'SecurityGroup', 'status.id'),
          Ref('encryptionConfig[].provider.keyARN', 'encryptionConfig[].provider.keyRef', 'kms', 'Key', ROLE_ARN)),
    after_create=_created, after_read=_read, before_compare=_defaults, update=_update, before_delete_synced=('deletionProtection',),
    before_delete=_before_delete, after_delete=_await_gone,
    uncompared=frozenset({'accessConfig.bootstrapClusterCreatorAdminPermissions', 'bootstrapSelfManagedAddons'}), late=('deletionProtection',),
    terminal=CODES, not_found=ABSENT)
