"""The kinds of ec2."""
from . import ec2_actions as actions
from .kind import Kind, Ref

_IN_VPC = Ref('vpcID', 'vpcRef', 'ec2', 'VPC', 'status.vpcID', required=True)
_TABLES = Ref('routeTables', 'routeTableRefs', 'ec2', 'RouteTable', 'status.routeTableID')


def _kind(kind: str, plural: str, resource: str, tag_type: str, id_field: str, id_param: str, **more: object) -> Kind:
    """Most things of ec2 are described by a list of identifiers and deleted by one."""
    read = more.pop('read', f'Describe{resource}s')
    return Kind(
        kind=kind, plural=plural, service='ec2', tag_type=tag_type, create=str(more.pop('create', f'Create{resource}')), read=str(read),
        delete=str(more.pop('delete', f'Delete{resource}')), read_params={f'{id_param}s': [f'$status.{id_field}']},
        delete_params=more.pop('delete_params', {id_param: f'$status.{id_field}'}), found=str(more.pop('found', f'{resource}s')), **more)


EC2 = (
    _kind('VPC', 'vpcs', 'Vpc', 'vpc', 'vpcID', 'VpcId',
          status=('vpcID', 'state', 'dhcpOptionsID', 'ownerID', 'isDefault', 'cidrBlockAssociationSet'),
          later=('cidrBlocks', 'enableDNSSupport', 'enableDNSHostnames', 'enableNetworkAddressUsageMetrics', 'disallowSecurityGroupDefaultRules'),
          before_create=actions.primary_range, after_create=actions.vpc_created, update=actions.update_vpc,
          ignored=('instanceTenancy', 'ipv4IPAMPoolID', 'ipv4NetmaskLength', 'ipv6CIDRBlock', 'ipv6CIDRBlockNetworkBorderGroup', 'ipv6IPAMPoolID',
                   'ipv6NetmaskLength', 'ipv6Pool', 'amazonProvidedIPv6CIDRBlock'),
          defaults={'instanceTenancy': 'default'}, late={'enableNetworkAddressUsageMetrics': False},
          terminal=frozenset({'InvalidParameterValue'}), not_found=frozenset({'InvalidVpcID.NotFound'})),
    _kind('Subnet', 'subnets', 'Subnet', 'subnet', 'subnetID', 'SubnetId', arn='subnetARN', refs=(_IN_VPC, _TABLES),
          status=('subnetID', 'state', 'availableIPAddressCount', 'ownerID', 'defaultForAZ', 'privateDNSNameOptionsOnLaunch'),
          later=('routeTables', 'assignIPv6AddressOnCreation', 'customerOwnedIPv4Pool', 'enableDNS64', 'enableResourceNameDNSAAAARecord',
                 'enableResourceNameDNSARecord', 'hostnameType', 'mapPublicIPOnLaunch'),
          updates_after_create=True, update=actions.update_subnet,
          ignored=('cidrBlock', 'availabilityZone', 'availabilityZoneID', 'ipv6CIDRBlock', 'vpcID', 'ipv6Native', 'outpostARN'),
          terminal=frozenset({'InvalidParameterValue', 'InvalidCustomerOwnedIpv4PoolID.Malformed'})),
    _kind('InternetGateway', 'internetgateways', 'InternetGateway', 'internet-gateway', 'internetGatewayID', 'InternetGatewayId',
          refs=(Ref('vpc', 'vpcRef', 'ec2', 'VPC', 'status.vpcID'), _TABLES), status=('internetGatewayID', 'attachments', 'ownerID'),
          later=('vpc', 'routeTables'), after_create=actions.attach, update=actions.update_internet_gateway, before_delete=actions.detach),
    _kind('ElasticIPAddress', 'elasticipaddresses', 'Address', 'elastic-ip', 'allocationID', 'AllocationId', create='AllocateAddress',
          read='DescribeAddresses', found='Addresses', delete='ReleaseAddress', status=('allocationID', 'publicIP'), before_create=actions.domain,
          update=actions.update_address, ignored=('address', 'customerOwnedIPv4Pool', 'networkBorderGroup', 'publicIPv4Pool'),
          terminal=frozenset({'InvalidParameterCombination', 'InvalidParameterValue'})),
    _kind('NATGateway', 'natgateways', 'NatGateway', 'natgateway', 'natGatewayID', 'NatGatewayId',
          refs=(Ref('subnetID', 'subnetRef', 'ec2', 'Subnet', 'status.subnetID'), Ref('vpcID', 'vpcRef', 'ec2', 'VPC', 'status.vpcID'),
                Ref('allocationID', 'allocationRef', 'ec2', 'ElasticIPAddress', 'status.allocationID')),
          status=('natGatewayID', 'state', 'createTime', 'failureCode', 'failureMessage', 'natGatewayAddresses', 'vpcID'),
          update=actions.update_nat_gateway,
          ignored=('allocationID', 'availabilityMode', 'availabilityZoneAddresses', 'connectivityType', 'subnetID', 'vpcID'),
          synced=('state', 'available'), gone_states=frozenset({'deleted'}),
          terminal=frozenset({'InvalidSubnet', 'InvalidElasticIpID.Malformed', 'MissingParameter'})),
    _kind('RouteTable', 'routetables', 'RouteTable', 'route-table', 'routeTableID', 'RouteTableId',
          refs=(_IN_VPC, Ref('routes[].gatewayID', 'routes[].gatewayRef', 'ec2', 'InternetGateway', 'status.internetGatewayID'),
                Ref('routes[].natGatewayID', 'routes[].natGatewayRef', 'ec2', 'NATGateway', 'status.natGatewayID')),
          status=('routeTableID', 'associations', 'ownerID'), status_from={'routeStatuses': 'routes'},
          later=('routes',), after_create=actions.create_routes,
          update=actions.update_route_table, ignored=('vpcID',)),
    _kind('VPCEndpoint', 'vpcendpoints', 'VpcEndpoint', 'vpc-endpoint', 'vpcEndpointID', 'VpcEndpointId',
          refs=(_IN_VPC, Ref('routeTableIDs', 'routeTableRefs', 'ec2', 'RouteTable', 'status.routeTableID'),
                Ref('subnetIDs', 'subnetRefs', 'ec2', 'Subnet', 'status.subnetID')),
          status=('vpcEndpointID', 'state', 'creationTimestamp', 'dnsEntries', 'networkInterfaceIDs', 'ownerID'),
          delete='DeleteVpcEndpoints', delete_params={'VpcEndpointIds': ['$status.vpcEndpointID']}, update=actions.update_vpc_endpoint,
          ignored=('serviceName', 'vpcEndpointType', 'vpcID', 'serviceRegion', 'serviceNetworkARN'), synced=('state', 'available'),
          gone_states=frozenset({'deleted'}), defaults={'ipAddressType': 'ipv4', 'privateDNSEnabled': False},
          terminal=frozenset({'InvalidVpcId.Malformed', 'InvalidServiceName'})),
)
