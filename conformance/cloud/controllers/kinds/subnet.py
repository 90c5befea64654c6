"""ec2: subnets, which a look of its own connects and fits out after their creation."""
from .. import conditions
from ..delta import Delta
from ..errors import Requeue
from ..look import Look
from ..resource import Resource
from .ec2_tags import sync
from .kind import Kind, Object, Ref

_IN_VPC = Ref('vpcID', 'vpcRef', 'ec2', 'VPC', 'status.vpcID', required=True)
_TABLES = Ref('routeTables', 'routeTableRefs', 'ec2', 'RouteTable', 'status.routeTableID')
_FIELDS = ('assignIPv6AddressOnCreation', 'availabilityZone', 'availabilityZoneID', 'cidrBlock', 'customerOwnedIPv4Pool', 'enableDNS64',
           'ipv6Native', 'mapPublicIPOnLaunch', 'outpostARN', 'tags', 'vpcID')
# In the order in which the controller sends them, each in a call of its own.
_ATTRIBUTES = {
    'assignIPv6AddressOnCreation': 'AssignIpv6AddressOnCreation', 'enableDNS64': 'EnableDns64',
    'enableResourceNameDNSAAAARecord': 'EnableResourceNameDnsAAAARecordOnLaunch',
    'enableResourceNameDNSARecord': 'EnableResourceNameDnsARecordOnLaunch',
    'hostnameType': 'PrivateDnsHostnameTypeOnLaunch', 'mapPublicIPOnLaunch': 'MapPublicIpOnLaunch',
}
_ON_LAUNCH = ('enableResourceNameDNSARecord', 'enableResourceNameDNSAAAARecord', 'hostnameType')


def _created(look: Look, desired: Resource, made: Resource) -> None:
    for field in ('assignIPv6AddressOnCreation', 'customerOwnedIPv4Pool', 'enableDNS64', 'mapPublicIPOnLaunch'):
        if desired.spec.get(field) is not None:
            made.spec[field] = desired.spec[field]
    conditions.set_synced(made, 'False', 'subnet created, requeue for updates')
    raise Requeue('Reconciling to sync additional fields', 1).seen(made)


def _associations(look: Look, subnet: str) -> dict[str, str]:
    """Identifiers of the associations, by route table."""
    tables = look.call('DescribeRouteTables', Filters=[{'Name': 'association.subnet-id', 'Values': [subnet]}])['RouteTables']
    found = [one for table in tables for one in table['Associations'] if one.get('SubnetId') == subnet]
    return {one['RouteTableId']: one['RouteTableAssociationId'] for one in found}


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    on_launch = observed.status.get('privateDNSNameOptionsOnLaunch') or {}
    observed.spec |= {field: on_launch[field] for field in _ON_LAUNCH if field in on_launch}
    observed.spec['routeTables'] = list(_associations(look, observed.status['subnetID']))


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated, subnet = desired.copy(), seen.status['subnetID']
    if delta.at('routeTables'):
        _associate(look, subnet, desired.spec.get('routeTables') or [])
    if delta.at('tags'):
        sync(look, subnet, desired, seen)
    for field, member in _ATTRIBUTES.items():
        if not delta.at(field):
            continue
        value = desired.spec.get(field)
        given = (value or 'ip-name') if field == 'hostnameType' else {'Value': bool(value)}
        look.call('ModifySubnetAttribute', SubnetId=subnet, **{member: given})
        if field in _ON_LAUNCH and value is not None:
            updated.status.setdefault('privateDNSNameOptionsOnLaunch', {})[field] = value
    return updated


def _associate(look: Look, subnet: str, desired: list[str]) -> None:
    found = _associations(look, subnet)
    for table in (table for table in found if table not in desired):
        look.call('DisassociateRouteTable', AssociationId=found[table])
    for table in (table for table in desired if table not in found):
        look.call('AssociateRouteTable', RouteTableId=table, SubnetId=subnet)


SUBNET = Kind(
    kind='Subnet', plural='subnets', service='ec2', tags='pairs', tag_type='subnet', create='CreateSubnet', read='DescribeSubnets',
    delete='DeleteSubnet', read_params={'SubnetIds': ['$status.subnetID']},
    delete_params={'SubnetId': '$status.subnetID'}, found='Subnets', made='Subnet', arn='subnetARN',
    refs=(_IN_VPC, _TABLES), spec=_FIELDS, answered=_FIELDS,
    status=('subnetID', 'state', 'availableIPAddressCount', 'ownerID', 'defaultForAZ', 'enableLniAtDeviceIndex', 'ipv6CIDRBlockAssociationSet',
            'mapCustomerOwnedIPOnLaunch', 'privateDNSNameOptionsOnLaunch'),
    after_create=_created, after_read=_read, update=_update, terminal=frozenset({'InvalidParameterValue'}))
