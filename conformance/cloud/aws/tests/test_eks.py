import unittest
from typing import Any

from aws.seeds import plant
from aws.tests.support import REGION, AwsTest


class ClusterTest(AwsTest):
    def test_a_cluster_waits_for_the_server_that_plays_it(self) -> None:
        world = self.world
        world.cluster()
        world.store.drop('api-server', 'c')
        self.assertEqual(world.call('eks', 'DescribeCluster', name='c')['cluster']['status'], 'CREATING')
        world.store.put({'endpoint': 'https://127.0.0.1:2', 'caData': 'Y2E='}, 'api-server', '*')
        shown = world.call('eks', 'DescribeCluster', name='c')['cluster']
        self.assertEqual((shown['status'], shown['endpoint']), ('ACTIVE', 'https://127.0.0.1:2'))
        self.assertRegex(shown['identity']['oidc']['issuer'], rf'^https://oidc\.eks\.{REGION}\.amazonaws\.com/id/[0-9A-F]{{32}}$')

    def test_role_and_subnets_must_fit(self) -> None:
        world = self.world
        vpc, other = world.vpc(), world.vpc('10.9.0.0/16')
        one, same_zone, foreign = world.subnet(vpc, '10.0.0.0/24'), world.subnet(vpc, '10.0.1.0/24'), world.subnet(other, '10.9.0.0/24', 'b')
        good, bad = world.role('good', 'eks.amazonaws.com'), world.role('bad', 'ec2.amazonaws.com')
        for role, subnets, why in (
            (bad, [one, foreign], 'trusted entity'), (good.replace('good', 'absent'), [one, foreign], 'does not exist'),
            (good.replace(world.account, '999999999999'), [one], 'does not exist'), (good, [one, foreign], 'same VPC'),
            (good, [one, same_zone], 'two different AZs'), (good, [one, 'subnet-12345678'], 'does not exist'),
        ):
            text = self.refuses('InvalidParameterException', 'eks', 'CreateCluster', name='c', roleArn=role,
                                resourcesVpcConfig={'subnetIds': subnets})
            self.assertIn(why, text)

    def test_upgrades_go_one_minor_version_at_a_time(self) -> None:
        world = self.world
        world.cluster(version='1.34')
        world.call('eks', 'DescribeCluster', name='c')
        self.assertIn('1.34 to 1.36', self.refuses('InvalidParameterException', 'eks', 'UpdateClusterVersion', name='c', version='1.36'))
        world.call('eks', 'UpdateClusterVersion', name='c', version='1.35')
        self.assertEqual(world.call('eks', 'DescribeCluster', name='c')['cluster']['version'], '1.35')

    def test_one_kind_of_change_at_a_time_and_no_other_zones(self) -> None:
        world = self.world
        made = world.cluster()
        third = world.subnet(made['vpc'], '10.0.2.0/24', 'c')
        world.call('eks', 'DescribeCluster', name='c')
        self.refuses('InvalidParameterException', 'eks', 'UpdateClusterConfig', name='c', upgradePolicy={'supportType': 'STANDARD'},
                     zonalShiftConfig={'enabled': True})
        self.refuses('InvalidParameterException', 'eks', 'UpdateClusterConfig', name='c',
                     resourcesVpcConfig={'subnetIds': [made['subnets'][0], third]})

    def test_protection_and_node_groups_keep_a_cluster(self) -> None:
        world = self.world
        made = world.cluster(deletionProtection=True)
        self.refuses('InvalidRequestException', 'eks', 'DeleteCluster', name='c')
        world.call('eks', 'DescribeCluster', name='c')
        world.call('eks', 'UpdateClusterConfig', name='c', deletionProtection=False)
        node = world.role('node', 'ec2.amazonaws.com')
        world.call('eks', 'CreateNodegroup', clusterName='c', nodegroupName='n', nodeRole=node, subnets=made['subnets'])
        self.refuses('ResourceInUseException', 'eks', 'DeleteCluster', name='c')
        self.refuses('DependencyViolation', 'ec2', 'DeleteSubnet', SubnetId=made['subnets'][0])
        world.call('eks', 'DeleteNodegroup', clusterName='c', nodegroupName='n')
        world.call('eks', 'DeleteCluster', name='c')
        self.refuses('ResourceNotFoundException', 'eks', 'DescribeCluster', name='c')


class PartsTest(AwsTest):
    def _nodegroup(self, made: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {'clusterName': 'c', 'nodegroupName': 'n', 'subnets': made['subnets'],
                'scalingConfig': {'minSize': 1, 'maxSize': 2, 'desiredSize': 1}} | more

    def test_nodes_need_an_active_cluster_a_trusted_role_its_network_and_no_newer_version(self) -> None:
        world = self.world
        made = world.cluster()
        node = world.role('node', 'ec2.amazonaws.com')
        foreign = world.subnet(world.vpc('10.9.0.0/16'), '10.9.0.0/24')
        world.call('eks', 'DescribeCluster', name='c')
        for change, why in (({'nodeRole': made['role']}, 'service principals'), ({'nodeRole': node, 'subnets': [foreign]}, 'VPC of the cluster'),
                            ({'nodeRole': node, 'version': '1.36'}, 'greater than the cluster version 1.35'),
                            ({'nodeRole': node, 'scalingConfig': {'minSize': 3, 'maxSize': 2, 'desiredSize': 2}}, 'fit together')):
            self.assertIn(why, self.refuses('InvalidParameterException', 'eks', 'CreateNodegroup', **self._nodegroup(made, **change)))
        cluster = world.store.get('cluster', world.account, REGION, 'c') or {}
        world.store.put(cluster | {'state': 'UPDATING', 'until': 9e9}, 'cluster', world.account,
                        REGION, 'c')
        self.refuses('InvalidRequestException', 'eks', 'CreateNodegroup', **self._nodegroup(made, nodeRole=node))

    def test_nodes_without_plug_in_never_join(self) -> None:
        world = self.world
        made = world.cluster(bootstrapSelfManagedAddons=False)
        node = world.role('node', 'ec2.amazonaws.com')
        world.call('eks', 'DescribeCluster', name='c')
        world.call('eks', 'CreateNodegroup', **self._nodegroup(made, nodeRole=node))
        shown = world.call('eks', 'DescribeNodegroup', clusterName='c', nodegroupName='n')['nodegroup']
        self.assertEqual((shown['status'], shown['health']['issues'][0]['code']), ('CREATE_FAILED', 'NodeCreationFailure'))

    def test_an_addon_that_needs_nodes_is_degraded_until_there_are_some(self) -> None:
        world = self.world
        made = world.cluster()
        node = world.role('node', 'ec2.amazonaws.com')
        world.call('eks', 'DescribeCluster', name='c')
        for name in ('vpc-cni', 'coredns'):
            world.call('eks', 'CreateAddon', clusterName='c', addonName=name)
        def state(name: str) -> str:
            return world.call('eks', 'DescribeAddon', clusterName='c', addonName=name)['addon']['status']
        self.assertEqual((state('vpc-cni'), state('coredns')), ('ACTIVE', 'DEGRADED'))
        world.call('eks', 'CreateNodegroup', **self._nodegroup(made, nodeRole=node))
        world.call('eks', 'DescribeNodegroup', clusterName='c', nodegroupName='n')
        self.assertEqual(state('coredns'), 'ACTIVE')

    def test_addons_entries_and_identities_are_checked(self) -> None:
        world = self.world
        world.cluster()
        world.call('eks', 'DescribeCluster', name='c')
        bad = 'InvalidParameterException'
        self.refuses(bad, 'eks', 'CreateAddon', clusterName='c', addonName='kube-proxy', addonVersion='v1.36.0-eksbuild.1')
        self.refuses(bad, 'eks', 'CreateAddon', clusterName='c', addonName='vpc-cni', configurationValues='{')
        self.refuses(bad, 'eks', 'CreateAddon', clusterName='c', addonName='vpc-cni', resolveConflicts='PRESERVE')
        self.refuses('ResourceNotFoundException', 'eks', 'CreateAddon', clusterName='absent', addonName='vpc-cni')
        role = f'arn:aws:iam::{world.account}:role/x'
        self.refuses(bad, 'eks', 'CreateAccessEntry', clusterName='c', principalArn=role, kubernetesGroups=['system:masters'])
        world.call('eks', 'CreateAccessEntry', clusterName='c', principalArn=role)
        self.refuses('ResourceInUseException', 'eks', 'CreateAccessEntry', clusterName='c', principalArn=role)
        self.refuses(bad, 'eks', 'AssociateAccessPolicy', clusterName='c', principalArn=role, policyArn='arn:aws:iam::aws:policy/X',
                     accessScope={'type': 'cluster'})
        identity = {'clusterName': 'c', 'namespace': 'a', 'serviceAccount': 'b'}
        self.refuses(bad, 'eks', 'CreatePodIdentityAssociation', **identity, roleArn=role)
        good = world.role('pod', 'pods.eks.amazonaws.com')
        world.call('eks', 'CreatePodIdentityAssociation', **identity, roleArn=good)
        self.refuses('ResourceInUseException', 'eks', 'CreatePodIdentityAssociation', **identity, roleArn=good)

    def test_what_was_there_before_us_can_be_used(self) -> None:
        world = self.world
        planted = plant(world.store, {'account': world.account, 'region': REGION, 'vpc': 'vpc-0a1b2c3d4e5f60718',
                                      'subnets': [{'id': 'subnet-0a1b2c3d4e5f60711', 'az': 'us-west-2a'}, {'az': 'us-west-2b'}]})
        role = world.role('r', 'eks.amazonaws.com')
        made = world.call('eks', 'CreateCluster', name='c', roleArn=role, resourcesVpcConfig={'subnetIds': [s['id'] for s in planted['subnets']]})
        self.assertEqual(made['cluster']['resourcesVpcConfig']['vpcId'], 'vpc-0a1b2c3d4e5f60718')


if __name__ == '__main__':
    unittest.main()
