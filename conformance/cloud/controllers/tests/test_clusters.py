import unittest
from typing import Any

from controllers.errors import AwsError
from controllers.tests.support import ControllersTest, Object

TEN_HOURS = 36000
API_ONLY = [{'types': ['api'], 'enabled': True}]
REST: dict[str, Any] = {'types': ['audit', 'authenticator', 'controllerManager', 'scheduler'], 'enabled': False}


class EksTest(ControllersTest):
    def cluster(self, **more: Any) -> Object:
        """An object of a cluster, and the cluster ACTIVE."""
        world = self.world
        vpc = world.vpc()
        subnets = [world.subnet(vpc, '10.0.0.0/24', 'a'), world.subnet(vpc, '10.0.1.0/24', 'b')]
        world.store.put({'endpoint': 'https://127.0.0.1:1', 'caData': 'Y2E='}, 'api-server', 'c')
        spec = {'name': 'c', 'version': '1.34', 'roleARN': world.role('c-cluster', 'eks.amazonaws.com'), 'resourcesVPCConfig': {'subnetIDs': subnets},
                'accessConfig': {'authenticationMode': 'API'}, 'deletionProtection': False}
        made = world.kube.add('Cluster', spec | more)
        self.until('Cluster', TEN_HOURS)
        return made

    def nodegroup(self, **more: Any) -> Object:
        world, cluster = self.world, self.world.object('Cluster')['spec']
        spec = {'name': 'n', 'clusterName': 'c', 'nodeRole': world.role('node', 'ec2.amazonaws.com'), 'subnets': cluster['resourcesVPCConfig']['subnetIDs'],
                'version': '1.34', 'amiType': 'AL2023_x86_64_STANDARD', 'capacityType': 'ON_DEMAND', 'diskSize': 20, 'instanceTypes': ['m7i.large'],
                'updateConfig': {'maxUnavailable': 1}, 'scalingConfig': {'minSize': 0, 'maxSize': 1, 'desiredSize': 0}}
        made = world.kube.add('Nodegroup', spec | more)
        self.until('Nodegroup', TEN_HOURS)
        return made

    def until(self, kind: str, seconds: float) -> None:
        for _ in range(12):
            after, error = self.world.look(kind)
            self.assertIsNone(error)
            if after == seconds:
                return
        self.fail(f'{kind}: {self.world.object(kind)["status"]}')

    def message(self, kind: str, condition: str) -> str:
        return next(c.get('message', '') for c in self.world.object(kind)['status']['conditions'] if c['type'] == condition)

    def updates(self) -> list[str]:
        return [name for name in self.world.operations() if name.startswith(('Update', 'Associate'))]


class ClustersTest(EksTest):
    def test_an_upgrade_takes_one_version_for_each_look_and_says_what_it_waits_for(self) -> None:
        world, made = self.world, self.cluster()
        made['spec']['version'] = '1.36'
        self.assertEqual(world.look('Cluster'), (15, None))
        self.assertEqual(world.conditions('Cluster') | {'ACK.LateInitialized': ''}, {
            'ACK.ResourceSynced': 'False', 'ACK.Recoverable': 'True', 'Ready': 'False', 'ACK.LateInitialized': ''})
        self.assertEqual(self.message('Cluster', 'ACK.Recoverable'),
                         "cluster has started asynchronously updating, cannot be modified until 'ACTIVE'")
        self.assertEqual(self.message('Cluster', 'ACK.ResourceSynced'), 'Cluster is currently being updated')
        self.until('Cluster', TEN_HOURS)
        self.assertEqual(self.updates(), ['UpdateClusterVersion', 'UpdateClusterVersion'])

    def test_a_refused_upgrade_leaves_the_cluster_synced_and_not_ready(self) -> None:
        world, made = self.world, self.cluster()
        world.faults.add({'mode': 'refuse', 'operation': 'UpdateClusterVersion', 'message': 'InvalidRequestException: not now'})
        made['spec']['version'] = '1.35'
        for _ in range(2):
            self.assertIsInstance(world.look('Cluster')[1], AwsError)
            self.assertEqual(world.conditions('Cluster'), {'ACK.ResourceSynced': 'True', 'ACK.Recoverable': 'True', 'Ready': 'False'})
        self.assertEqual(self.message('Cluster', 'Ready'), 'InvalidRequestException: not now')
        world.faults.clear({})
        self.until('Cluster', TEN_HOURS)
        self.assertEqual(world.object('Cluster')['status']['conditions'][-1]['status'], 'True')

    def test_logging_of_one_entry_is_written_back_and_then_refused_for_ever(self) -> None:
        world, made = self.world, self.cluster(logging={'clusterLogging': API_ONLY})
        self.assertEqual(made['spec']['logging']['clusterLogging'], [*API_ONLY, REST])
        # As who wrote the spec would have it.
        made['spec'] |= {'logging': {'clusterLogging': API_ONLY}, 'version': '1.35'}
        for _ in range(3):
            self.assertEqual(world.look('Cluster'), (15, None))
        # What stands below logging is never reached.
        self.assertEqual(self.updates(), [])

    def test_logging_as_aws_shows_it_needs_no_further_call(self) -> None:
        made = self.cluster(logging={'clusterLogging': [*API_ONLY, REST]})
        self.assertEqual(self.updates(), [])
        made['spec']['logging'] = {'clusterLogging': [{'types': ['api', 'audit'], 'enabled': True}, REST | {'types': REST['types'][1:]}]}
        self.until('Cluster', TEN_HOURS)
        self.assertEqual(self.updates(), ['UpdateClusterConfig'])

    def test_a_protected_cluster_stays_until_its_object_says_otherwise_and_its_object_until_it_is_gone(self) -> None:
        world, made = self.world, self.cluster(deletionProtection=True)
        made['metadata']['deletionTimestamp'] = '2026-01-01T00:00:00Z'
        self.assertIsInstance(world.look('Cluster')[1], AwsError)
        made['spec']['deletionProtection'] = False
        self.assertEqual([world.look('Cluster')[0] for _ in range(2)], [15, 30])
        self.assertEqual(self.message('Cluster', 'ACK.Recoverable'), "cluster in 'DELETING' state, cannot be modified or deleted")
        self.assertTrue(made['metadata']['finalizers'])
        self.assertEqual(world.look('Cluster'), (None, None))
        self.assertNotIn('finalizers', made['metadata'])

    def test_a_refused_tag_is_tried_before_anything_else_of_a_cluster(self) -> None:
        world, made = self.world, self.cluster()
        world.faults.add({'mode': 'refuse', 'operation': 'TagResource', 'message': 'AccessDeniedException: no'})
        made['spec'] |= {'tags': {'a': 'b'}, 'version': '1.35'}
        self.assertIsInstance(world.look('Cluster')[1], AwsError)
        self.assertEqual(self.updates(), [])
        self.assertEqual(world.conditions('Cluster')['ACK.ResourceSynced'], 'True')


class NodesTest(EksTest):
    def test_nodes_change_in_one_call_and_their_version_after_it(self) -> None:
        world, _ = self.world, self.cluster()
        made = self.nodegroup(labels={'a': 'b'})
        world.object('Cluster')['spec']['version'] = '1.35'
        self.until('Cluster', TEN_HOURS)
        made['spec'] |= {'labels': {}, 'version': '1.35'}
        made['spec']['scalingConfig']['maxSize'] = 5
        self.assertEqual(world.look('Nodegroup'), (15, None))
        self.assertEqual(self.message('Nodegroup', 'ACK.Recoverable'),
                         "nodegroup has started asynchronously updating, cannot be modified until 'ACTIVE'")
        self.until('Nodegroup', TEN_HOURS)
        self.assertEqual(self.updates()[1:], ['UpdateNodegroupConfig', 'UpdateNodegroupVersion'])

    def test_nodes_newer_than_the_cluster_are_terminal_though_synced(self) -> None:
        world, _ = self.world, self.cluster()
        made = self.nodegroup()
        made['spec']['version'] = '1.35'
        self.assertEqual(world.look('Nodegroup'), (None, None))
        self.assertEqual(world.conditions('Nodegroup'), {'ACK.ResourceSynced': 'True', 'ACK.Terminal': 'True', 'Ready': 'False'})

    def test_a_refused_tag_of_nodes_is_remembered_until_a_look_that_changes_nothing(self) -> None:
        world, _ = self.world, self.cluster()
        made = self.nodegroup()
        world.faults.add({'mode': 'refuse', 'operation': 'TagResource', 'message': 'AccessDeniedException: no'})
        made['spec']['tags'] = {'a': 'b'}
        self.assertIsInstance(world.look('Nodegroup')[1], AwsError)
        refused = {'ACK.ResourceSynced': 'True', 'ACK.Recoverable': 'True', 'Ready': 'False'}
        self.assertEqual(world.conditions('Nodegroup'), refused)
        world.faults.clear({})
        self.assertEqual(world.look('Nodegroup'), (TEN_HOURS, None))
        self.assertEqual((world.operations()[-1], world.conditions('Nodegroup')), ('TagResource', refused))
        self.assertEqual(world.look('Nodegroup'), (TEN_HOURS, None))
        self.assertEqual(world.conditions('Nodegroup'), {'ACK.ResourceSynced': 'True', 'Ready': 'True'})

    def test_the_size_that_an_autoscaler_chose_stays(self) -> None:
        world, _ = self.world, self.cluster()
        made = self.nodegroup(scalingConfig={'minSize': 0, 'maxSize': 4, 'desiredSize': 0})
        name = {'clusterName': 'c', 'nodegroupName': 'n'}
        scaling = {'minSize': 0, 'maxSize': 4, 'desiredSize': 3}
        world.call('eks', 'UpdateNodegroupConfig', **name, scalingConfig=scaling)
        made['metadata']['annotations'] = {'eks.services.k8s.aws/desired-size-managed-by': 'external-autoscaler'}
        self.until('Nodegroup', TEN_HOURS)
        made['spec']['scalingConfig']['maxSize'] = 6
        self.until('Nodegroup', TEN_HOURS)
        shown = world.call('eks', 'DescribeNodegroup', **name)['nodegroup']['scalingConfig']
        self.assertEqual(shown, scaling | {'maxSize': 6})
        made['metadata']['annotations'] = {}
        self.until('Nodegroup', TEN_HOURS)
        self.assertEqual(world.call('eks', 'DescribeNodegroup', **name)['nodegroup']['scalingConfig']['desiredSize'], 0)

    def test_the_object_goes_at_once_and_the_nodes_later(self) -> None:
        world, _ = self.world, self.cluster()
        made = self.nodegroup()
        made['metadata']['deletionTimestamp'] = '2026-01-01T00:00:00Z'
        self.assertEqual(world.look('Nodegroup'), (None, None))
        self.assertNotIn('finalizers', made['metadata'])
        self.assertEqual(world.operations()[-1], 'DeleteNodegroup')

    def test_an_add_on_is_looked_at_every_30_seconds_while_it_updates(self) -> None:
        world, _ = self.world, self.cluster()
        made = world.kube.add('Addon', {'name': 'vpc-cni', 'clusterName': 'c', 'addonVersion': 'v1.20.0-eksbuild.1', 'resolveConflicts': 'OVERWRITE'})
        self.until('Addon', TEN_HOURS)
        made['spec']['addonVersion'] = 'v1.21.0-eksbuild.1'
        self.assertEqual(world.look('Addon'), (30, None))
        self.assertEqual(self.message('Addon', 'ACK.ResourceSynced'), 'Addon is currently being updated')
        # Of the update, and not of the add-on.
        self.assertIn(made['status']['status'], ('InProgress', 'Successful'))
        self.until('Addon', TEN_HOURS)

    def test_an_access_entry_gets_its_policies_by_a_second_look(self) -> None:
        world, _ = self.world, self.cluster()
        policy = {'policyARN': 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy', 'accessScope': {'type': 'cluster'}}
        made = world.kube.add('AccessEntry', {'clusterName': 'c', 'principalARN': world.role('x', 'ec2.amazonaws.com'), 'type': 'STANDARD',
                                              'accessPolicies': [policy]})
        self.assertEqual(world.look('AccessEntry'), (30, None))
        # What AWS calls the user is written back, and so another look follows at once.
        self.assertTrue(made['spec']['username'])
        self.assertEqual(world.look('AccessEntry'), (TEN_HOURS, None))
        self.assertEqual(world.look('AccessEntry'), (TEN_HOURS, None))
        self.assertEqual(world.operations()[-2:], ['CreateAccessEntry', 'AssociateAccessPolicy'])


if __name__ == '__main__':
    unittest.main()
