"""What the ec2 controller does by hand-written code: second calls at creation, and updates."""
from typing import Any

from ..client import input_shape
from ..errors import AwsError
from ..params import to_params
from ..work import Work
from . import tags

_VPC_ATTRIBUTES = {'enableDNSSupport': 'EnableDnsSupport', 'enableDNSHostnames': 'EnableDnsHostnames',
                   'enableNetworkAddressUsageMetrics': 'EnableNetworkAddressUsageMetrics'}
_SUBNET_ATTRIBUTES = {
    'assignIPv6AddressOnCreation': 'AssignIpv6AddressOnCreation', 'enableDNS64': 'EnableDns64', 'mapPublicIPOnLaunch': 'MapPublicIpOnLaunch',
    'enableResourceNameDNSARecord': 'EnableResourceNameDnsARecordOnLaunch',
    'enableResourceNameDNSAAAARecord': 'EnableResourceNameDnsAAAARecordOnLaunch',
}


def primary_range(work: Work, params: dict[str, Any]) -> None:
    params['CidrBlock'] = work.spec['cidrBlocks'][0]


def vpc_created(work: Work) -> None:
    for block in work.spec['cidrBlocks'][1:]:
        try:
            work.call('AssociateVpcCidrBlock', VpcId=work.status['vpcID'], CidrBlock=block)
        except AwsError:
            # So does the controller: nobody is told.
            pass
    _vpc_attributes(work)


def _vpc_attributes(work: Work) -> None:
    for field, member in _VPC_ATTRIBUTES.items():
        if work.changed(field) and field in work.spec:
            work.call('ModifyVpcAttribute', VpcId=work.status['vpcID'], **{member: {'Value': work.spec[field]}})
            work.done(field)


def update_vpc(work: Work) -> None:
    vpc = work.status['vpcID']
    if work.changed('cidrBlocks'):
        old, new = work.applied.get('cidrBlocks', []), work.spec['cidrBlocks']
        known = {a['CidrBlock']: a['AssociationId'] for a in work.item['CidrBlockAssociationSet']}
        for block in (b for b in old if b not in new and b in known):
            work.call('DisassociateVpcCidrBlock', AssociationId=known[block])
        for block in (b for b in new if b not in old):
            work.call('AssociateVpcCidrBlock', VpcId=vpc, CidrBlock=block)
        work.done('cidrBlocks')
    _vpc_attributes(work)
    tags.update_ec2(work, vpc)


def update_subnet(work: Work) -> None:
    subnet = work.status['subnetID']
    if work.changed('routeTables'):
        _associate(work, subnet, work.spec.get('routeTables') or [])
        work.done('routeTables')
    for field, member in _SUBNET_ATTRIBUTES.items():
        if work.changed(field):
            if work.spec.get(field, False) == _attribute(work.item, member):
                continue
            work.call('ModifySubnetAttribute', SubnetId=subnet, **{member: {'Value': work.spec.get(field, False)}})
            work.done(field)
    if work.spec.get('hostnameType', 'ip-name') != work.item['PrivateDnsNameOptionsOnLaunch']['HostnameType']:
        work.call('ModifySubnetAttribute', SubnetId=subnet, PrivateDnsHostnameTypeOnLaunch=work.spec.get('hostnameType', 'ip-name'))
        work.done('hostnameType')
    tags.update_ec2(work, subnet)


def _attribute(item: dict[str, Any], member: str) -> bool:
    return {**item, **item['PrivateDnsNameOptionsOnLaunch']}.get(member.removesuffix('OnLaunch') if 'Record' in member else member, False)


def _associate(work: Work, subnet: str, wanted: list[str]) -> None:
    filters = [{'Name': 'association.subnet-id', 'Values': [subnet]}]
    found = {a['RouteTableId']: a['RouteTableAssociationId'] for table in work.call('DescribeRouteTables', Filters=filters)['RouteTables']
             for a in table['Associations'] if a.get('SubnetId') == subnet}
    for table in (t for t in found if t not in wanted):
        work.call('DisassociateRouteTable', AssociationId=found[table])
    for table in (t for t in wanted if t not in found):
        work.call('AssociateRouteTable', RouteTableId=table, SubnetId=subnet)


def attach(work: Work) -> None:
    if work.spec.get('vpc'):
        work.call('AttachInternetGateway', InternetGatewayId=work.status['internetGatewayID'], VpcId=work.spec['vpc'])


def detach(work: Work) -> None:
    gateway = work.status['internetGatewayID']
    for attachment in work.item.get('Attachments', []):
        work.call('DetachInternetGateway', InternetGatewayId=gateway, VpcId=attachment['VpcId'])


def update_internet_gateway(work: Work) -> None:
    if work.changed('vpc'):
        detach(work)
        attach(work)
        work.done('vpc')
    tags.update_ec2(work, work.status['internetGatewayID'])


def domain(work: Work, params: dict[str, Any]) -> None:
    params['Domain'] = 'vpc'


def update_address(work: Work) -> None:
    tags.update_ec2(work, work.status['allocationID'])


def update_nat_gateway(work: Work) -> None:
    tags.update_ec2(work, work.status['natGatewayID'])


def create_routes(work: Work) -> None:
    for route in work.spec.get('routes') or []:
        _create_route(work, route)


def _create_route(work: Work, route: dict[str, Any]) -> None:
    work.call('CreateRoute', RouteTableId=work.status['routeTableID'], **to_params(route, input_shape('ec2', 'CreateRoute'), {}))


def update_route_table(work: Work) -> None:
    if work.changed('routes'):
        old, new = work.applied.get('routes') or [], work.spec.get('routes') or []
        for route in (r for r in old if r not in new):
            goal = {key: value for key, value in route.items() if key.startswith('destination')}
            work.call('DeleteRoute', RouteTableId=work.status['routeTableID'], **to_params(goal, input_shape('ec2', 'DeleteRoute'), {}))
        for route in (r for r in new if r not in old):
            _create_route(work, route)
        work.done('routes')
    tags.update_ec2(work, work.status['routeTableID'])


def update_vpc_endpoint(work: Work) -> None:
    endpoint = work.status['vpcEndpointID']
    tags.update_ec2(work, endpoint)
    change: dict[str, Any] = {}
    for field, member in (('subnetIDs', 'SubnetIds'), ('routeTableIDs', 'RouteTableIds'), ('securityGroupIDs', 'SecurityGroupIds')):
        old, new = work.applied.get(field) or [], work.spec.get(field) or []
        lists = {f'Add{member}': [i for i in new if i not in old], f'Remove{member}': [i for i in old if i not in new]}
        change |= {key: value for key, value in lists.items() if value}
    plain = {f: work.spec[f] for f in ('policyDocument', 'privateDNSEnabled', 'ipAddressType') if work.changed(f) and f in work.spec}
    change |= to_params(plain, input_shape('ec2', 'ModifyVpcEndpoint'), {})
    if change:
        work.call('ModifyVpcEndpoint', VpcEndpointId=endpoint, **change)
