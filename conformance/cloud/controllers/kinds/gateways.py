"""ec2: internet gateways, addresses and NAT gateways."""
from ..delta import Delta
from ..errors import NotFound, Requeue
from ..look import Look
from ..resource import Resource
from .ec2_tags import sync
from .kind import Kind, Object, Ref

_TABLES = Ref('routeTables', 'routeTableRefs', 'ec2', 'RouteTable', 'status.routeTableID')
_VPC = 'status.vpcID'


def _attach(look: Look, desired: Resource, gateway: Resource) -> None:
    identifier = gateway.status['internetGatewayID']
    if desired.spec.get('vpc'):
        look.call('AttachInternetGateway', InternetGatewayId=identifier, VpcId=desired.spec['vpc'])
    for table in desired.spec.get('routeTables') or []:
        look.call('AssociateRouteTable', RouteTableId=table, GatewayId=identifier)


def _read_gateway(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    attached = [one['vpcID'] for one in observed.status.get('attachments') or [] if one.get('state') not in ('detached', 'detaching')]
    observed.spec.pop('vpc', None)
    observed.spec |= {'vpc': attached[0]} if attached else {}
    observed.spec['routeTables'] = list(_associations(look, observed.status['internetGatewayID']))


def _associations(look: Look, gateway: str) -> dict[str, str]:
    tables = look.call('DescribeRouteTables')['RouteTables']
    found = [one for table in tables for one in table['Associations'] if one.get('GatewayId') == gateway]
    return {one['RouteTableId']: one['RouteTableAssociationId'] for one in found}


def _detach(look: Look, gateway: Resource) -> None:
    if gateway.spec.get('vpc'):
        look.call('DetachInternetGateway', InternetGatewayId=gateway.status['internetGatewayID'], VpcId=gateway.spec['vpc'])


def _update_gateway(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated, identifier = desired.copy(), seen.status['internetGatewayID']
    if delta.at('vpc'):
        _detach(look, seen)
        if desired.spec.get('vpc'):
            look.call('AttachInternetGateway', InternetGatewayId=identifier, VpcId=desired.spec['vpc'])
    if delta.at('routeTables'):
        found, tables = _associations(look, identifier), desired.spec.get('routeTables') or []
        for table in (table for table in found if table not in tables):
            look.call('DisassociateRouteTable', AssociationId=found[table])
        for table in (table for table in tables if table not in found):
            look.call('AssociateRouteTable', RouteTableId=table, GatewayId=identifier)
    if delta.at('tags'):
        sync(look, identifier, desired, seen)
    return updated


def _in_vpc(look: Look, desired: Resource, params: Object) -> None:
    params['Domain'] = 'vpc'


def _update_address(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    if delta.at('tags'):
        sync(look, seen.status['allocationID'], desired, seen)
    return desired.copy()


def _read_nat(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    if observed.status.get('state') in (None, 'deleted'):
        raise NotFound('the NAT gateway is deleted')
    if observed.status['state'] == 'pending':
        # What was seen is not told.
        raise Requeue('resource is pending')


def _update_nat(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    if delta.at('tags'):
        sync(look, seen.status['natGatewayID'], desired, seen)
    return desired.copy().with_status_of(seen)


INTERNET_GATEWAY = Kind(
    kind='InternetGateway', plural='internetgateways', service='ec2', tags='pairs', tag_type='internet-gateway', create='CreateInternetGateway',
    read='DescribeInternetGateways', delete='DeleteInternetGateway', read_params={'InternetGatewayIds': ['$status.internetGatewayID']},
    delete_params={'InternetGatewayId': '$status.internetGatewayID'}, found='InternetGateways', made='InternetGateway', spec=('tags',),
    answered=('tags',), refs=(Ref('vpc', 'vpcRef', 'ec2', 'VPC', _VPC), _TABLES), status=('internetGatewayID', 'attachments', 'ownerID'),
    after_create=_attach, after_read=_read_gateway, update=_update_gateway, before_delete=_detach)

_POOLS = ('customerOwnedIPv4Pool', 'networkBorderGroup', 'publicIPv4Pool')

ELASTIC_IP_ADDRESS = Kind(
    kind='ElasticIPAddress', plural='elasticipaddresses', service='ec2', tags='pairs', tag_type='elastic-ip', create='AllocateAddress',
    read='DescribeAddresses', delete='ReleaseAddress', read_params={'AllocationIds': ['$status.allocationID']},
    delete_params={'AllocationId': '$status.allocationID', 'NetworkBorderGroup': '$spec.networkBorderGroup'}, found='Addresses',
    spec=(*_POOLS, 'tags'), answered=_POOLS,
    status=('allocationID', 'publicIP', 'carrierIP', 'customerOwnedIP'), before_create=_in_vpc, update=_update_address,
    terminal=frozenset({'InvalidParameterCombination', 'InvalidParameterValue'}))

_NAT = ('availabilityMode', 'connectivityType', 'subnetID', 'tags', 'vpcID')

NAT_GATEWAY = Kind(
    kind='NATGateway', plural='natgateways', service='ec2', tags='pairs', tag_type='natgateway', create='CreateNatGateway',
    read='DescribeNatGateways', delete='DeleteNatGateway', read_params={'NatGatewayIds': ['$status.natGatewayID']},
    delete_params={'NatGatewayId': '$status.natGatewayID'},
    found='NatGateways', made='NatGateway', spec=_NAT, answered=_NAT,
    refs=(Ref('subnetID', 'subnetRef', 'ec2', 'Subnet', 'status.subnetID'), Ref('vpcID', 'vpcRef', 'ec2', 'VPC', _VPC),
          Ref('allocationID', 'allocationRef', 'ec2', 'ElasticIPAddress', 'status.allocationID')),
    status=('natGatewayID', 'state', 'createTime', 'deleteTime', 'failureCode', 'failureMessage', 'natGatewayAddresses',
            'provisionedBandwidth', 'vpcID'),
    after_read=_read_nat, update=_update_nat, synced=('state', 'available'),
    terminal=frozenset({'InvalidSubnet', 'InvalidElasticIpID.Malformed', 'MissingParameter'}))
