import unittest
from unittest import mock

from aws.tests.support import POLICY, TRUST
from controllers.errors import AwsError, NotReady, Requeue, TerminalError
from controllers.kinds.all_kinds import kind_named
from controllers.reconcile import ROLE_MISSING
from controllers.tests.support import ControllersTest

VPC = {'cidrBlocks': ['10.0.0.0/16'], 'instanceTenancy': 'default', 'enableNetworkAddressUsageMetrics': False, 'enableDNSHostnames': True,
       'tags': [{'key': 'Name', 'value': 'one'}]}
TEN_HOURS = 36000


class ArrivalTest(ControllersTest):
    def test_a_vpc_is_made_in_the_account_and_region_of_its_namespace(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC), labels={'app.kubernetes.io/managed-by': 'kro'})
        self.assertEqual(world.look('VPC'), (TEN_HOURS, None))
        made = world.object('VPC')
        self.assertEqual(made['metadata']['finalizers'], ['finalizers.ec2.services.k8s.aws/VPC'])
        self.assertEqual(made['status']['ackResourceMetadata'], {'ownerAccountID': world.account, 'partition': 'aws', 'region': 'us-west-2'})
        self.assertEqual(made['status']['state'], 'available')
        self.assertEqual(made['spec'], VPC)
        self.assertEqual(world.conditions('VPC'), {'ACK.LateInitialized': 'True', 'ACK.ResourceSynced': 'True', 'Ready': 'True'})
        self.assertEqual(world.operations(), ['CreateVpc', 'ModifyVpcAttribute', 'ModifyVpcAttribute'])
        found = world.call('ec2', 'DescribeVpcs', VpcIds=[made['status']['vpcID']])['Vpcs'][0]
        self.assertEqual((found['OwnerId'], {tag['Key']: tag['Value'] for tag in found['Tags']}), (world.account, {
            'Name': 'one', 'services.k8s.aws/controller-version': 'ec2-v1', 'services.k8s.aws/namespace': 'spoke', 'app.kubernetes.io/managed-by': 'kro'}))

    def test_another_look_reads_and_sends_nothing(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        before = world.operations()
        self.assertEqual(world.look('VPC'), (TEN_HOURS, None))
        self.assertEqual(world.operations(), before)

    def test_without_an_entry_in_the_map_of_roles_nothing_happens(self) -> None:
        world = self.world
        world.role_map = {'data': {}}
        world.kube.add('VPC', VPC)
        self.assertEqual(world.look('VPC'), (ROLE_MISSING, None))
        self.assertEqual(world.conditions('VPC'), {'ACK.ResourceSynced': 'False'})
        self.assertEqual(world.operations(), [])

    def test_an_object_that_moved_is_left_alone(self) -> None:
        world = self.world
        world.kube.add('VPC', VPC)
        world.look('VPC')
        world.namespaces['spoke']['metadata']['annotations']['services.k8s.aws/default-region'] = 'eu-west-1'
        self.assertIsInstance(world.look('VPC')[1], TerminalError)

    def test_both_and_neither_of_identifier_and_reference_are_refused(self) -> None:
        for spec in ({}, {'vpcID': 'vpc-1', 'vpcRef': {'from': {'name': 'one'}}}):
            self.world.kube.add('RouteTable', spec)
            self.assertIsInstance(self.world.look('RouteTable')[1], NotReady)
            self.assertEqual(self.world.conditions('RouteTable'), {'ACK.ReferencesResolved': 'Unknown', 'ACK.ResourceSynced': 'Unknown',
                                                                  'Ready': 'Unknown'})

    def test_a_reference_waits_for_its_target(self) -> None:
        world = self.world
        world.kube.add('RouteTable', {'vpcRef': {'from': {'name': 'one'}}})
        self.assertIn('not found', str(world.look('RouteTable')[1]))
        world.kube.add('VPC', dict(VPC))
        self.assertIn('not synced', str(world.look('RouteTable')[1]))
        world.look('VPC')
        self.assertIsNone(world.look('RouteTable')[1])
        self.assertEqual(world.conditions('RouteTable')['ACK.ReferencesResolved'], 'True')
        self.assertEqual(world.object('RouteTable')['spec'], {'vpcRef': {'from': {'name': 'one'}}})

    def test_a_refused_creation_is_recoverable_and_leaves_no_finalizer(self) -> None:
        world = self.world
        world.kube.add('Subnet', {'vpcID': 'vpc-absent', 'cidrBlock': '10.0.0.0/24'})
        self.assertIsInstance(world.look('Subnet')[1], AwsError)
        self.assertEqual(world.conditions('Subnet'), {'ACK.Recoverable': 'True', 'ACK.ResourceSynced': 'Unknown', 'Ready': 'False'})
        self.assertNotIn('finalizers', world.object('Subnet')['metadata'])

    def test_a_creation_that_is_refused_for_good_keeps_the_finalizer(self) -> None:
        world = self.world
        url = 'https://oidc.eks.us-west-2.amazonaws.com/id/A'
        world.call('iam', 'CreateOpenIDConnectProvider', Url=url, ThumbprintList=['0' * 40])
        world.kube.add('OpenIDConnectProvider', {'url': url})
        self.assertEqual(world.look('OpenIDConnectProvider'), (None, None))
        self.assertEqual(world.conditions('OpenIDConnectProvider'), {'ACK.Terminal': 'True', 'ACK.ResourceSynced': 'False', 'Ready': 'False'})
        self.assertTrue(world.object('OpenIDConnectProvider')['metadata']['finalizers'])

    def test_a_route_that_is_refused_makes_another_table_at_each_attempt(self) -> None:
        world = self.world
        spec = {'vpcID': world.vpc(), 'routes': [{'destinationCIDRBlock': '0.0.0.0/0', 'gatewayID': 'igw-00000000000000000'}]}
        world.kube.add('RouteTable', spec)
        for _ in range(2):
            self.assertIsInstance(world.look('RouteTable')[1], AwsError)
        self.assertEqual(world.operations().count('CreateRouteTable'), 2)


class ChangeTest(ControllersTest):
    def test_what_differs_is_sent_and_what_the_controller_ignores_is_not(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        before = len(world.operations())
        world.object('VPC')['spec'] |= {'instanceTenancy': 'dedicated', 'enableDNSHostnames': False, 'tags': [{'key': 'a', 'value': 'b'}]}
        self.assertEqual(world.look('VPC'), (TEN_HOURS, None))
        self.assertEqual(world.operations()[before:], ['ModifyVpcAttribute', 'DeleteTags', 'CreateTags'])
        self.assertEqual(world.conditions('VPC')['ACK.ResourceSynced'], 'True')

    def test_what_somebody_changed_in_aws_is_put_right_at_the_next_look_and_not_before(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        vpc = world.object('VPC')['status']['vpcID']
        world.call('ec2', 'ModifyVpcAttribute', VpcId=vpc, EnableDnsHostnames={'Value': False})
        world.call('ec2', 'CreateTags', Resources=[vpc], Tags=[{'Key': 'by', 'Value': 'hand'}])
        before = len(world.operations())
        self.assertEqual(world.look('VPC'), (TEN_HOURS, None))
        self.assertEqual(world.operations()[before:], ['ModifyVpcAttribute', 'DeleteTags'])
        self.assertTrue(world.call('ec2', 'DescribeVpcAttribute', VpcId=vpc, Attribute='enableDnsHostnames')['EnableDnsHostnames']['Value'])

    def test_a_role_says_so_while_it_waits_for_its_policies(self) -> None:
        world = self.world
        policy = world.call('iam', 'CreatePolicy', PolicyName='p', PolicyDocument=POLICY)['Policy']['Arn']
        world.kube.add('Role', {'name': 'r', 'assumeRolePolicyDocument': TRUST % 'ec2.amazonaws.com', 'policies': [policy], 'path': '/',
                                'maxSessionDuration': 3600, 'inlinePolicies': {'a': POLICY}})
        _, error = world.look('Role')
        self.assertIsInstance(error, Requeue)
        self.assertEqual(world.conditions('Role'), {'ACK.Recoverable': 'True', 'ACK.ResourceSynced': 'Unknown', 'Ready': 'False'})
        self.assertIn('role created, requeuing to trigger updates', str(world.object('Role')['status']['conditions'][0]['message']))
        self.assertTrue(world.object('Role')['status']['ackResourceMetadata']['arn'])
        self.assertEqual(world.look('Role'), (TEN_HOURS, None))
        self.assertEqual(world.conditions('Role')['Ready'], 'True')
        self.assertEqual(world.operations()[1:], ['CreateRole', 'AttachRolePolicy', 'PutRolePolicy'])
        self.assertEqual(world.look('Role'), (TEN_HOURS, None))
        self.assertEqual(len(world.operations()), 4)

    def test_a_subnet_is_fitted_out_by_the_look_after_its_creation(self) -> None:
        world = self.world
        vpc = world.vpc()
        table = world.call('ec2', 'CreateRouteTable', VpcId=vpc)['RouteTable']['RouteTableId']
        world.kube.add('Subnet', {'vpcID': vpc, 'cidrBlock': '10.0.0.0/24', 'mapPublicIPOnLaunch': True, 'routeTables': [table]})
        self.assertEqual(world.look('Subnet'), (1, None))
        self.assertEqual(world.object('Subnet')['status']['conditions'][1]['message'], 'Reconciling to sync additional fields')
        before = len(world.operations())
        self.assertEqual(world.look('Subnet'), (TEN_HOURS, None))
        self.assertEqual(world.operations()[before:][:1], ['AssociateRouteTable'])
        self.assertIn('ModifySubnetAttribute', world.operations())

    def test_all_tags_of_a_key_are_sent_when_one_changes(self) -> None:
        world = self.world
        world.kube.add('Key', {'enableKeyRotation': True, 'tags': [{'tagKey': 'a', 'tagValue': '1'}, {'tagKey': 'b', 'tagValue': '2'}]})
        self.assertIsNone(world.look('Key')[1])
        self.assertIn('kms:*', world.object('Key')['spec']['policy'])
        world.object('Key')['spec']['tags'][0]['tagValue'] = '3'
        with mock.patch.object(world.client, 'call', wraps=world.client.call) as call:
            self.assertIsNone(world.look('Key')[1])
        sent = [parameters for _, _, operation, parameters, *_ in (made.args for made in call.call_args_list) if operation == 'TagResource']
        self.assertEqual([tag['TagKey'] for tag in sent[0]['Tags']][:2], ['a', 'b'])


class ThereBeforeTest(ControllersTest):
    def test_what_exists_under_the_name_and_is_not_ours_is_terminal(self) -> None:
        world = self.world
        world.role('taken', 'ec2.amazonaws.com')
        world.call('logs', 'CreateLogGroup', logGroupName='/taken')
        key = world.call('kms', 'CreateKey')['KeyMetadata']['KeyId']
        world.call('kms', 'CreateAlias', AliasName='alias/taken', TargetKeyId=key)
        for kind, spec in (('Role', {'name': 'taken', 'assumeRolePolicyDocument': TRUST % 'ec2.amazonaws.com'}), ('LogGroup', {'name': '/taken'}),
                           ('Alias', {'name': 'alias/taken', 'targetKeyID': key})):
            world.kube.add(kind, spec)
            self.assertEqual(world.look(kind), (None, None))
            terminal = next(c for c in world.object(kind)['status']['conditions'] if c['type'] == 'ACK.Terminal')
            self.assertEqual((terminal['status'], terminal['message']), ('True', 'Resource already exists'))
            self.assertNotIn('finalizers', world.object(kind)['metadata'])

    def test_what_is_known_by_an_identifier_alone_is_made_a_second_time(self) -> None:
        world = self.world
        for kind, spec in (('VPC', dict(VPC)), ('Key', {'description': 'x'})):
            world.kube.add(kind, dict(spec))
            world.look(kind)
            # As after a retained deletion, and as after a stop between the creation and the writing of the status.
            world.kube.add(kind, dict(spec))
            self.assertIsNone(world.look(kind)[1])
        self.assertEqual([world.operations().count(name) for name in ('CreateVpc', 'CreateKey')], [2, 2])


class DeletionTest(ControllersTest):
    def deleted(self, kind: str) -> None:
        self.world.object(kind)['metadata']['deletionTimestamp'] = '2026-01-01T00:00:00Z'

    def test_a_refused_deletion_keeps_the_object_and_retain_keeps_the_thing(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        world.subnet(world.object('VPC')['status']['vpcID'], '10.0.0.0/24')
        self.deleted('VPC')
        self.assertIsInstance(world.look('VPC')[1], AwsError)
        # Nothing sums up at a deletion: `Ready` is what it was.
        self.assertEqual((world.conditions('VPC')['ACK.Recoverable'], world.conditions('VPC')['Ready']), ('True', 'True'))
        self.assertTrue(world.object('VPC')['metadata']['finalizers'])
        world.object('VPC')['metadata']['annotations'] = {'services.k8s.aws/deletion-policy': 'retain'}
        self.assertEqual(world.look('VPC'), (None, None))
        self.assertNotIn('finalizers', world.object('VPC')['metadata'])
        self.assertNotIn('DeleteVpc', world.operations())

    def test_an_address_is_released_where_it_is_announced(self) -> None:
        world = self.world
        world.kube.add('ElasticIPAddress', {})
        world.look('ElasticIPAddress')
        allocation = world.object('ElasticIPAddress')['status']['allocationID']
        self.deleted('ElasticIPAddress')
        self.assertEqual(world.look('ElasticIPAddress'), (None, None))
        released = [request['parameters'] for request in world.aws.requests.after(0) if request['operation'] == 'ReleaseAddress']
        self.assertEqual(released, [{'AllocationId': allocation, 'NetworkBorderGroup': 'us-west-2'}])

    def test_a_role_loses_its_policies_before_it_goes(self) -> None:
        world = self.world
        world.kube.add('Role', {'name': 'r', 'assumeRolePolicyDocument': TRUST % 'ec2.amazonaws.com', 'inlinePolicies': {'a': POLICY}})
        world.look('Role')
        world.look('Role')
        self.deleted('Role')
        self.assertEqual(world.look('Role'), (None, None))
        self.assertEqual(world.operations()[-2:], ['DeleteRolePolicy', 'DeleteRole'])

    def test_only_a_vpc_is_made_again_after_somebody_deleted_it(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        vpc = world.object('VPC')['status']['vpcID']
        world.kube.add('RouteTable', {'vpcID': vpc})
        world.look('RouteTable')
        world.call('ec2', 'DeleteRouteTable', RouteTableId=world.object('RouteTable')['status']['routeTableID'])
        self.assertIsInstance(world.look('RouteTable')[1], AwsError)
        self.deleted('RouteTable')
        self.assertIsInstance(world.look('RouteTable')[1], AwsError)
        world.call('ec2', 'DeleteVpc', VpcId=vpc)
        self.assertIsNone(world.look('VPC')[1])
        self.assertNotEqual(world.object('VPC')['status']['vpcID'], vpc)

    def test_every_kind_names_its_finalizer_as_its_controller_does(self) -> None:
        self.assertEqual(kind_named('LogGroup').finalizer, 'finalizers.cloudwatchlogs.services.k8s.aws/LogGroup')


if __name__ == '__main__':
    unittest.main()
