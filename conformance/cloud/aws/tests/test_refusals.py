import unittest

from aws.tests.support import REGION, AwsTest, World


class ParametersTest(AwsTest):
    def test_values_and_missing_members_are_refused_in_the_words_of_the_service(self) -> None:
        self.assertIn('is none of default', self.refuses('InvalidParameterValue', 'ec2', 'CreateVpc', CidrBlock='10.0.0.0/16', InstanceTenancy='shared'))
        self.assertIn('Missing required', self.refuses('InvalidParameterException', 'eks', 'CreateCluster', name='c'))
        self.assertIn('Missing required', self.refuses('MissingParameter', 'ec2', 'CreateSubnet', CidrBlock='10.0.0.0/24'))


class NetworkTest(AwsTest):
    def test_a_vpc_with_anything_in_it_stays(self) -> None:
        world = self.world
        vpc = world.vpc()
        subnet = world.subnet(vpc, '10.0.0.0/24')
        self.refuses('DependencyViolation', 'ec2', 'DeleteVpc', VpcId=vpc)
        world.call('ec2', 'DeleteSubnet', SubnetId=subnet)
        gateway = world.call('ec2', 'CreateInternetGateway')['InternetGateway']['InternetGatewayId']
        world.call('ec2', 'AttachInternetGateway', InternetGatewayId=gateway, VpcId=vpc)
        self.refuses('DependencyViolation', 'ec2', 'DeleteVpc', VpcId=vpc)
        world.call('ec2', 'DetachInternetGateway', InternetGatewayId=gateway, VpcId=vpc)
        world.call('ec2', 'DeleteVpc', VpcId=vpc)

    def test_a_route_table_outlives_its_subnets(self) -> None:
        world = self.world
        vpc = world.vpc()
        subnet = world.subnet(vpc, '10.0.0.0/24')
        table = world.call('ec2', 'CreateRouteTable', VpcId=vpc)['RouteTable']['RouteTableId']
        world.call('ec2', 'AssociateRouteTable', RouteTableId=table, SubnetId=subnet)
        self.refuses('DependencyViolation', 'ec2', 'DeleteRouteTable', RouteTableId=table)
        world.call('ec2', 'DeleteSubnet', SubnetId=subnet)
        world.call('ec2', 'DeleteRouteTable', RouteTableId=table)

    def test_routes_and_tables_of_another_vpc_are_refused(self) -> None:
        world = self.world
        one, other = world.vpc(), world.vpc('10.9.0.0/16')
        table = world.call('ec2', 'CreateRouteTable', VpcId=one)['RouteTable']['RouteTableId']
        subnet = world.subnet(other, '10.9.0.0/24')
        self.refuses('InvalidParameterValue', 'ec2', 'AssociateRouteTable', RouteTableId=table, SubnetId=subnet)
        gateway = world.call('ec2', 'CreateInternetGateway')['InternetGateway']['InternetGatewayId']
        self.refuses('InvalidParameterValue', 'ec2', 'CreateRoute', RouteTableId=table, DestinationCidrBlock='0.0.0.0/0', GatewayId=gateway)
        self.refuses('InvalidServiceName', 'ec2', 'CreateVpcEndpoint', VpcId=one, ServiceName='com.amazonaws.eu-west-1.s3')

    def _gateway(self, world: World) -> tuple[str, str, str, str]:
        vpc = world.vpc()
        subnet = world.subnet(vpc, '10.0.0.0/24')
        internet = world.call('ec2', 'CreateInternetGateway')['InternetGateway']['InternetGatewayId']
        world.call('ec2', 'AttachInternetGateway', InternetGatewayId=internet, VpcId=vpc)
        address = world.call('ec2', 'AllocateAddress', Domain='vpc')['AllocationId']
        nat = world.call('ec2', 'CreateNatGateway', SubnetId=subnet, AllocationId=address)['NatGateway']
        self.assertEqual(nat['State'], 'pending')
        return vpc, subnet, address, nat['NatGatewayId']

    def test_a_nat_gateway_holds_its_address_and_subnet_until_it_is_really_gone(self) -> None:
        world = World(nat_delete=600)
        self.addCleanup(world.close)
        self.world = world
        vpc, subnet, address, nat = self._gateway(world)
        internet = world.call('ec2', 'DescribeInternetGateways')['InternetGateways'][0]['InternetGatewayId']
        world.call('ec2', 'DeleteNatGateway', NatGatewayId=nat)
        self.assertEqual(world.call('ec2', 'DescribeNatGateways', NatGatewayIds=[nat])['NatGateways'][0]['State'], 'deleting')
        self.refuses('InvalidIPAddress.InUse', 'ec2', 'ReleaseAddress', AllocationId=address)
        self.refuses('DependencyViolation', 'ec2', 'DeleteSubnet', SubnetId=subnet)
        self.refuses('DependencyViolation', 'ec2', 'DetachInternetGateway', InternetGatewayId=internet, VpcId=vpc)
        gateway = world.store.get('nat', world.account, REGION, nat) or {}
        world.store.put(gateway | {'gone': 1.0}, 'nat', world.account, REGION, nat)
        world.call('ec2', 'ReleaseAddress', AllocationId=address)
        world.call('ec2', 'DeleteSubnet', SubnetId=subnet)

    def test_a_nat_gateway_without_internet_gateway_fails_and_says_why(self) -> None:
        world = self.world
        subnet = world.subnet(world.vpc(), '10.0.0.0/24')
        address = world.call('ec2', 'AllocateAddress', Domain='vpc')['AllocationId']
        nat = world.call('ec2', 'CreateNatGateway', SubnetId=subnet, AllocationId=address)['NatGateway']['NatGatewayId']
        shown = world.call('ec2', 'DescribeNatGateways', NatGatewayIds=[nat])['NatGateways'][0]
        self.assertEqual((shown['State'], shown['FailureCode']), ('failed', 'Gateway.NotAttached'))
        self.refuses('InvalidAllocationID.NotFound', 'ec2', 'CreateNatGateway', SubnetId=subnet, AllocationId='eipalloc-1')


class AccountTest(AwsTest):
    def test_a_role_in_use_stays(self) -> None:
        world = self.world
        world.cluster()
        self.assertIn('cluster c', self.refuses('DeleteConflict', 'iam', 'DeleteRole', RoleName='c-cluster'))

    def test_a_key_stays_while_a_cluster_needs_it_and_is_of_no_use_afterwards(self) -> None:
        world = self.world
        key = world.call('kms', 'CreateKey')['KeyMetadata']
        world.cluster(encryptionConfig=[{'resources': ['secrets'], 'provider': {'keyArn': key['Arn']}}])
        self.refuses('KMSInvalidStateException', 'kms', 'ScheduleKeyDeletion', KeyId=key['KeyId'])
        world.call('eks', 'DescribeCluster', name='c')
        world.call('eks', 'DeleteCluster', name='c')
        world.call('kms', 'ScheduleKeyDeletion', KeyId=key['KeyId'], PendingWindowInDays=7)
        self.refuses('KMSInvalidStateException', 'kms', 'CreateAlias', AliasName='alias/x', TargetKeyId=key['KeyId'])

    def test_policies_must_exist(self) -> None:
        world = self.world
        world.role('r', 'ec2.amazonaws.com')
        self.refuses('NoSuchEntity', 'iam', 'AttachRolePolicy', RoleName='r', PolicyArn='arn:aws:iam::aws:policy/Nonsense')

    def test_eks_makes_a_log_group_that_is_missing_or_deleted_too_early(self) -> None:
        world, logging = self.world, {'clusterLogging': [{'types': ['audit'], 'enabled': True}]}
        world.cluster(logging=logging)
        group = '/aws/eks/c/cluster'
        self.assertEqual(len(world.call('logs', 'DescribeLogGroups', logGroupNamePrefix=group)['logGroups']), 1)
        world.call('logs', 'DeleteLogGroup', logGroupName=group)
        self.assertEqual(len(world.call('logs', 'DescribeLogGroups', logGroupNamePrefix=group)['logGroups']), 1)
        self.assertEqual(world.operations().count('LogGroupMadeByEKS'), 2)


if __name__ == '__main__':
    unittest.main()
