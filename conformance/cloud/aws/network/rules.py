"""What EC2 refuses and moto does not, and the states that moto skips."""
from typing import Any

from ..eks.store import clusters, nodegroups
from ..errors import AwsError
from ..registry import effect, rule
from ..service import Scene
from .questions import attached_gateway, nat_state, nats, subnet

Params = dict[str, Any]


def _depends(kind: str, name: str, users: list[str]) -> None:
    if users:
        raise AwsError('DependencyViolation', f"The {kind} '{name}' has dependencies and cannot be deleted: {', '.join(users[:4])}")


def _endpoints(scene: Scene, vpc: str) -> list[str]:
    found = scene.ask('ec2', 'DescribeVpcEndpoints', Filters=[{'Name': 'vpc-id', 'Values': [vpc]}])['VpcEndpoints']
    return [e['VpcEndpointId'] for e in found if e['State'] != 'deleted']


@rule('ec2', 'DeleteVpc')
def delete_vpc(scene: Scene, params: Params) -> None:
    vpc = params['VpcId']
    filters = [{'Name': 'vpc-id', 'Values': [vpc]}]
    users = [s['SubnetId'] for s in scene.ask('ec2', 'DescribeSubnets', Filters=filters)['Subnets']]
    gateway = attached_gateway(scene, vpc)
    users += [gateway] if gateway else []
    users += [i for i, nat in nats(scene).items() if nat['vpc'] == vpc] + _endpoints(scene, vpc)
    users += [f"security group of cluster {c['name']}" for c in clusters(scene) if c['vpc'] == vpc]
    _depends('vpc', vpc, users)


@rule('ec2', 'DeleteSubnet')
def delete_subnet(scene: Scene, params: Params) -> None:
    name = params['SubnetId']
    users = [i for i, nat in nats(scene).items() if nat['subnet'] == name]
    users += [f"interface of cluster {c['name']}" for c in clusters(scene) if name in c['subnets']]
    users += [f"nodes of {g['cluster']}/{g['name']}" for g in nodegroups(scene) if name in g['subnets']]
    _depends('subnet', name, users)
    # AWS forgets the association with the subnet, moto keeps it.
    tables = scene.ask('ec2', 'DescribeRouteTables', Filters=[{'Name': 'association.subnet-id', 'Values': [name]}])
    for association in (a for t in tables['RouteTables'] for a in t['Associations'] if a.get('SubnetId') == name):
        scene.ask('ec2', 'DisassociateRouteTable', AssociationId=association['RouteTableAssociationId'])


@rule('ec2', 'DetachInternetGateway')
def detach_internet_gateway(scene: Scene, params: Params) -> None:
    vpc = params['VpcId']
    if any(nat['vpc'] == vpc and nat['allocation'] for nat in nats(scene).values()):
        raise AwsError('DependencyViolation', f'Network {vpc} has some mapped public address(es). Please unmap those public '
                                              'address(es) before detaching the gateway.')


@rule('ec2', 'ReleaseAddress')
def release_address(scene: Scene, params: Params) -> None:
    user = next((i for i, nat in nats(scene).items() if nat['allocation'] == params['AllocationId']), None)
    if user:
        raise AwsError('InvalidIPAddress.InUse', f"Address {params['AllocationId']} is in use by {user}.")


@rule('ec2', 'CreateNatGateway')
def create_nat_gateway(scene: Scene, params: Params) -> None:
    if subnet(scene, params.get('SubnetId', '')) is None:
        raise AwsError('InvalidSubnet', f"The subnet ID '{params.get('SubnetId')}' does not exist")
    allocation = params.get('AllocationId')
    if not allocation:
        if params.get('ConnectivityType', 'public') == 'public':
            raise AwsError('MissingParameter', 'The request must contain the parameter AllocationId')
        return
    known = scene.ask('ec2', 'DescribeAddresses')['Addresses']
    if allocation not in [address['AllocationId'] for address in known]:
        raise AwsError('InvalidAllocationID.NotFound', f"The allocation ID '{allocation}' does not exist")
    if any(nat['allocation'] == allocation for nat in nats(scene).values()):
        raise AwsError('Resource.AlreadyAssociated', f'resource {allocation} is already associated')


@effect('ec2', 'CreateNatGateway')
def nat_gateway_created(scene: Scene, params: Params, answer: Params) -> Params:
    nat = answer['NatGateway']
    failure = None
    if params.get('AllocationId') and attached_gateway(scene, nat['VpcId']) is None:
        failure = ['Gateway.NotAttached', f"Network {nat['VpcId']} has no Internet gateway attached"]
    kept = {'vpc': nat['VpcId'], 'subnet': nat['SubnetId'], 'allocation': params.get('AllocationId', ''), 'about': scene.about,
            'ready': scene.due(scene.delays.nat), 'gone': None, 'failure': failure}
    scene.store.put(kept, 'nat', *scene.place, nat['NatGatewayId'])
    return answer | {'NatGateway': nat | {'State': 'pending'}}


@effect('ec2', 'DescribeNatGateways')
def nat_gateways_described(scene: Scene, params: Params, answer: Params) -> Params:
    known, shown = nats(scene), []
    for gateway in answer['NatGateways']:
        nat = known.get(gateway['NatGatewayId'])
        if nat is None:
            shown.append(gateway | {'State': 'deleted'})
            continue
        state = nat_state(nat)
        failure = {'FailureCode': nat['failure'][0], 'FailureMessage': nat['failure'][1]} if state == 'failed' else {}
        shown.append(gateway | {'State': state} | failure)
    return answer | {'NatGateways': shown}


@effect('ec2', 'DeleteNatGateway')
def nat_gateway_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    nat = scene.store.get('nat', *scene.place, params['NatGatewayId'])
    if nat and nat['gone'] is None:
        scene.store.put(nat | {'gone': scene.due(scene.delays.nat_delete)}, 'nat', *scene.place, params['NatGatewayId'])
    return answer


@rule('ec2', 'CreateRoute')
def create_route(scene: Scene, params: Params) -> None:
    table = scene.ask('ec2', 'DescribeRouteTables', RouteTableIds=[params['RouteTableId']])['RouteTables'][0]
    gateway, nat = params.get('GatewayId', ''), params.get('NatGatewayId')
    if gateway.startswith('igw-') and attached_gateway(scene, table['VpcId']) != gateway:
        raise AwsError('InvalidParameterValue', f"route table {params['RouteTableId']} and network gateway {gateway} belong to "
                                                'different networks')
    if nat and (nat not in nats(scene) or nats(scene)[nat]['gone'] is not None):
        raise AwsError('InvalidNatGatewayID.NotFound', f"The natGateway ID '{nat}' does not exist")
    if any(r.get('DestinationCidrBlock') == params.get('DestinationCidrBlock', '-') for r in table['Routes']):
        raise AwsError('RouteAlreadyExists', f"The route identified by {params['DestinationCidrBlock']} already exists.")


@rule('ec2', 'AssociateRouteTable')
def associate_route_table(scene: Scene, params: Params) -> None:
    if 'SubnetId' not in params:
        return
    place = subnet(scene, params['SubnetId'])
    table = scene.ask('ec2', 'DescribeRouteTables', RouteTableIds=[params['RouteTableId']])['RouteTables'][0]
    if place is None or place['vpc'] != table['VpcId']:
        raise AwsError('InvalidParameterValue', f"route table {params['RouteTableId']} and subnet {params['SubnetId']} belong to "
                                                'different networks')


@rule('ec2', 'CreateVpcEndpoint')
def create_vpc_endpoint(scene: Scene, params: Params) -> None:
    if params['ServiceName'].startswith('com.amazonaws.') and params['ServiceName'].split('.')[2] != scene.who.region:
        raise AwsError('InvalidServiceName', f"The Vpc Endpoint Service '{params['ServiceName']}' does not exist")
    for table in params.get('RouteTableIds', []):
        found = scene.ask('ec2', 'DescribeRouteTables', RouteTableIds=[table])['RouteTables'][0]
        if found['VpcId'] != params['VpcId']:
            raise AwsError('InvalidParameter', f'Route table {table} does not belong to {params["VpcId"]}')


@effect('ec2', 'CreateVpcEndpoint')
def vpc_endpoint_created(scene: Scene, params: Params, answer: Params) -> Params:
    endpoint = answer['VpcEndpoint']
    ready = {'ready': scene.due(scene.delays.endpoint)}
    scene.store.put(ready, 'vpc-endpoint', *scene.place, endpoint['VpcEndpointId'])
    return answer | {'VpcEndpoint': endpoint | {'State': 'pending'}}


@effect('ec2', 'DescribeVpcEndpoints')
def vpc_endpoints_described(scene: Scene, params: Params, answer: Params) -> Params:
    def shown(endpoint: Params) -> Params:
        kept = scene.store.get('vpc-endpoint', *scene.place, endpoint['VpcEndpointId'])
        pending = kept and endpoint['State'] == 'available' and kept['ready'] > scene.due(0) - scene.slow
        return endpoint | {'State': 'pending'} if pending else endpoint
    return answer | {'VpcEndpoints': [shown(endpoint) for endpoint in answer['VpcEndpoints']]}


@effect('ec2', 'DeleteVpcEndpoints')
def vpc_endpoints_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    for name in params['VpcEndpointIds']:
        scene.store.drop('vpc-endpoint', *scene.place, name)
    return answer
