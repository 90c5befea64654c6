import unittest

from aws.tests.support import POLICY, TRUST
from controllers.errors import AwsError, NotReady, Requeue
from controllers.kinds.all_kinds import kind_named
from controllers.tests.support import ControllersTest

VPC = {'cidrBlocks': ['10.0.0.0/16'], 'instanceTenancy': 'default', 'enableNetworkAddressUsageMetrics': False, 'enableDNSHostnames': True,
       'tags': [{'key': 'Name', 'value': 'one'}]}


class ReconcileTest(ControllersTest):
    def deleted(self, kind: str) -> None:
        self.world.object(kind)['metadata']['deletionTimestamp'] = '2026-01-01T00:00:00Z'

    def test_a_vpc_is_made_in_the_account_and_region_of_its_namespace(self) -> None:
        world = self.world
        world.kube.add('VPC', VPC)
        after, error = world.look('VPC')
        self.assertIsNone(error)
        self.assertGreater(after or 0, 3600)
        made = world.object('VPC')
        self.assertEqual(made['metadata']['finalizers'], ['finalizers.ec2.services.k8s.aws/VPC'])
        self.assertEqual(made['status']['ackResourceMetadata'], {'ownerAccountID': world.account, 'region': 'us-west-2'})
        self.assertEqual(made['status']['state'], 'available')
        self.assertEqual(world.conditions('VPC'), {'ACK.LateInitialized': 'True', 'ACK.ResourceSynced': 'True', 'Ready': 'True'})
        self.assertEqual(world.operations(), ['CreateVpc', 'ModifyVpcAttribute', 'ModifyVpcAttribute'])
        found = world.call('ec2', 'DescribeVpcs', VpcIds=[made['status']['vpcID']])['Vpcs'][0]
        self.assertEqual((found['OwnerId'], found['Tags']), (world.account, [{'Key': 'Name', 'Value': 'one'}]))

    def test_without_an_entry_in_the_map_of_roles_nothing_happens(self) -> None:
        world = self.world
        world.role_map = {'data': {}}
        world.kube.add('VPC', VPC)
        self.assertEqual(world.look('VPC')[0], world.settings.delays.role_map)
        self.assertEqual(world.conditions('VPC'), {'ACK.ResourceSynced': 'False', 'Ready': 'False'})
        self.assertEqual(world.operations(), [])

    def test_an_object_that_moved_is_left_alone(self) -> None:
        world = self.world
        world.kube.add('VPC', VPC)
        world.look('VPC')
        world.namespaces['spoke']['metadata']['annotations']['services.k8s.aws/default-region'] = 'eu-west-1'
        self.assertIsInstance(world.look('VPC')[1], Requeue)

    def test_a_change_is_sent_and_an_ignored_one_is_not(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        before = len(world.operations())
        world.object('VPC')['spec'] |= {'instanceTenancy': 'dedicated', 'enableDNSHostnames': False, 'tags': [{'key': 'a', 'value': 'b'}]}
        self.assertIsNone(world.look('VPC')[1])
        self.assertEqual(world.operations()[before:], ['ModifyVpcAttribute', 'DeleteTags', 'CreateTags'])
        self.assertEqual(world.conditions('VPC')['ACK.ResourceSynced'], 'True')

    def test_both_and_neither_of_identifier_and_reference_are_refused(self) -> None:
        for spec in ({}, {'vpcID': 'vpc-1', 'vpcRef': {'from': {'name': 'one'}}}):
            self.world.kube.add('RouteTable', spec)
            error = self.world.look('RouteTable')[1]
            self.assertIsInstance(error, NotReady)
            self.assertEqual(self.world.conditions('RouteTable'), {'ACK.ReferencesResolved': 'Unknown', 'ACK.ResourceSynced': 'Unknown',
                                                                  'Ready': 'Unknown'})

    def test_a_reference_waits_for_its_target(self) -> None:
        world = self.world
        world.kube.add('RouteTable', {'vpcRef': {'from': {'name': 'one'}}})
        self.assertIn('not found', str(world.look('RouteTable')[1]))
        world.kube.add('VPC', VPC)
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
        self.assertEqual(world.object('Subnet')['metadata']['finalizers'], [])

    def test_a_misspelt_value_is_refused_by_aws(self) -> None:
        self.world.kube.add('VPC', VPC | {'instanceTenancy': 'shared'})
        self.assertEqual(self.world.look('VPC'), (None, None))
        self.assertEqual(self.world.conditions('VPC')['ACK.Terminal'], 'True')

    def test_a_node_group_without_its_role_is_terminal(self) -> None:
        world = self.world
        made = world.cluster()
        world.call('eks', 'DescribeCluster', name='c')
        world.kube.add('Nodegroup', {'name': 'n', 'clusterName': 'c', 'nodeRole': f'arn:aws:iam::{world.account}:role/absent',
                                     'subnets': made['subnets']})
        self.assertEqual(world.look('Nodegroup'), (None, None))
        self.assertEqual(world.conditions('Nodegroup'), {'ACK.Terminal': 'True', 'ACK.ResourceSynced': 'False', 'Ready': 'False'})

    def test_what_exists_and_is_not_ours_is_terminal(self) -> None:
        world = self.world
        world.role('taken', 'ec2.amazonaws.com')
        world.kube.add('Role', {'name': 'taken', 'assumeRolePolicyDocument': TRUST % 'ec2.amazonaws.com'})
        self.assertEqual(world.look('Role'), (None, None))
        self.assertEqual(world.object('Role')['status']['conditions'][0]['message'], 'Resource already exists')

    def test_a_role_is_synced_only_after_its_policies(self) -> None:
        world = self.world
        policy = world.call('iam', 'CreatePolicy', PolicyName='p', PolicyDocument=POLICY)['Policy']['Arn']
        world.kube.add('Role', {'name': 'r', 'assumeRolePolicyDocument': TRUST % 'ec2.amazonaws.com', 'policies': [policy],
                                'inlinePolicies': {'a': POLICY}})
        after, _ = world.look('Role')
        self.assertEqual(after, 0.0)
        self.assertEqual(world.conditions('Role')['ACK.ResourceSynced'], 'False')
        self.assertTrue(world.object('Role')['status']['ackResourceMetadata']['arn'])
        world.look('Role')
        self.assertEqual(world.conditions('Role')['ACK.ResourceSynced'], 'True')
        self.deleted('Role')
        world.look('Role')
        self.assertEqual(world.operations()[1:],
                         ['CreateRole', 'AttachRolePolicy', 'PutRolePolicy', 'DetachRolePolicy', 'DeleteRolePolicy', 'DeleteRole'])

    def test_a_refused_deletion_keeps_the_object_and_retain_keeps_the_thing(self) -> None:
        world = self.world
        world.kube.add('VPC', VPC)
        world.look('VPC')
        world.subnet(world.object('VPC')['status']['vpcID'], '10.0.0.0/24')
        self.deleted('VPC')
        self.assertIsInstance(world.look('VPC')[1], AwsError)
        self.assertEqual(world.conditions('VPC')['ACK.Recoverable'], 'True')
        self.assertTrue(world.object('VPC')['metadata']['finalizers'])
        world.object('VPC')['metadata']['annotations'] = {'services.k8s.aws/deletion-policy': 'retain'}
        self.assertEqual(world.look('VPC'), (None, None))
        self.assertEqual(world.object('VPC')['metadata']['finalizers'], [])
        self.assertNotIn('DeleteVpc', world.operations())

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

    def test_a_stop_between_creation_and_status_makes_nothing_twice(self) -> None:
        world = self.world
        world.kube.add('VPC', dict(VPC))
        world.look('VPC')
        vpc = world.object('VPC')['status']['vpcID']
        world.object('VPC')['status'] = {}
        world.look('VPC')
        self.assertEqual(world.object('VPC')['status']['vpcID'], vpc)
        world.object('VPC')['status'] = {}
        world.memory.put({'intended': True, 'name': ''}, 'object', world.object('VPC')['metadata']['uid'])
        world.look('VPC')
        self.assertEqual(world.object('VPC')['status']['vpcID'], vpc)
        self.assertEqual(world.operations().count('CreateVpc'), 1)

    def test_a_cluster_passes_through_its_states_and_steps(self) -> None:
        world = self.world
        made = world.cluster('other')
        world.store.put({'endpoint': 'https://127.0.0.1:1', 'caData': 'Y2E='}, 'api-server', 'one')
        spec = {'name': 'one', 'version': '1.33', 'roleARN': made['role'], 'resourcesVPCConfig': {'subnetIDs': made['subnets']},
                'accessConfig': {'authenticationMode': 'API'}, 'deletionProtection': True}
        world.kube.add('Cluster', spec)
        self._until_synced('Cluster')
        self.assertEqual(world.object('Cluster')['spec']['controlPlaneScalingConfig'], {'tier': 'standard'})
        world.object('Cluster')['spec'] |= {'version': '1.35', 'zonalShiftConfig': {'enabled': True}}
        self._until_synced('Cluster')
        self.assertEqual([o for o in world.operations() if o.startswith('Update')],
                         ['UpdateClusterVersion', 'UpdateClusterVersion', 'UpdateClusterConfig'])
        world.object('Cluster')['spec']['version'] = '1.34'
        world.look('Cluster')
        self.assertEqual(world.conditions('Cluster')['ACK.Terminal'], 'True')
        self.deleted('Cluster')
        self.assertIsInstance(world.look('Cluster')[1], AwsError)
        world.object('Cluster')['spec']['deletionProtection'] = False
        for _ in range(3):
            world.look('Cluster')
        self.assertEqual(world.object('Cluster')['metadata']['finalizers'], [])

    def _until_synced(self, kind: str) -> None:
        for _ in range(12):
            after, error = self.world.look(kind)
            self.assertIsNone(error)
            if after and after > 3600:
                return
        self.fail(f'{kind} is not synced: {self.world.object(kind)["status"]}')

    def test_the_release_of_nodes_is_written_with_any_other_default_and_then_blocks_an_upgrade(self) -> None:
        world = self.world
        made = world.cluster(version='1.34')
        node = world.role('node', 'ec2.amazonaws.com')
        world.call('eks', 'DescribeCluster', name='c')
        spec = {'name': 'n', 'clusterName': 'c', 'nodeRole': node, 'subnets': made['subnets'], 'version': '1.34', 'amiType': 'AL2023_x86_64_STANDARD',
                'capacityType': 'ON_DEMAND', 'diskSize': 20, 'instanceTypes': ['m7i.large'], 'updateConfig': {'maxUnavailable': 1},
                'scalingConfig': {'minSize': 0, 'maxSize': 1, 'desiredSize': 0}}
        world.kube.add('Nodegroup', dict(spec), name='full')
        world.kube.add('Nodegroup', {f: v for f, v in spec.items() if f != 'capacityType'} | {'name': 'm'}, name='short')
        world.look('Nodegroup', name='full')
        world.look('Nodegroup', name='short')
        self.assertNotIn('releaseVersion', world.object('Nodegroup', name='full')['spec'])
        self.assertTrue(world.object('Nodegroup', name='short')['spec']['releaseVersion'].startswith('1.34.'))
        world.call('eks', 'UpdateClusterVersion', name='c', version='1.35')
        world.call('eks', 'DescribeCluster', name='c')
        for name in ('full', 'short'):
            world.object('Nodegroup', name=name)['spec']['version'] = '1.35'
            world.look('Nodegroup', name=name)
        self.assertNotIn('ACK.Terminal', world.conditions('Nodegroup', 'full'))
        self.assertEqual(world.conditions('Nodegroup', 'short')['ACK.Terminal'], 'True')

    def test_a_refusal_on_request_is_seen_as_a_condition_until_it_is_lifted(self) -> None:
        world = self.world
        world.kube.add('VPC', VPC)
        for code, condition in (('VpcLimitExceeded', 'ACK.Recoverable'), ('InvalidParameterValue', 'ACK.Terminal')):
            world.faults.add({'mode': 'refuse', 'kind': 'VPC', 'namespace': 'spoke', 'message': f'{code}: no'})
            world.look('VPC')
            self.assertEqual(world.conditions('VPC')[condition], 'True')
            world.faults.clear({})
        self.assertEqual(world.operations(), [])
        world.look('VPC')
        self.assertIn('CreateVpc', world.operations())

    def test_every_kind_names_its_finalizer_as_its_controller_does(self) -> None:
        self.assertEqual(kind_named('LogGroup').finalizer, 'finalizers.cloudwatchlogs.services.k8s.aws/LogGroup')


if __name__ == '__main__':
    unittest.main()
