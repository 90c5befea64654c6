import unittest
from typing import Any

from aws.tests.support import AwsTest

ALL = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']


def entry(enabled: bool, *types: str) -> dict[str, Any]:
    return {'types': list(types), 'enabled': enabled}


class LoggingTest(AwsTest):
    def logging(self, *entries: dict[str, Any]) -> None:
        self.world.call('eks', 'UpdateClusterConfig', name='c', logging={'clusterLogging': list(entries)})

    def shown(self) -> list[dict[str, Any]]:
        return self.world.shown()['logging']['clusterLogging']

    def test_all_five_types_are_answered_those_that_are_on_first(self) -> None:
        self.world.cluster(logging={'clusterLogging': [entry(True, 'authenticator', 'api', 'audit')]})
        self.assertEqual(self.shown(), [entry(True, 'api', 'audit', 'authenticator'), entry(False, 'controllerManager', 'scheduler')])

    def test_without_logs_there_is_one_entry_as_there_is_with_all_of_them(self) -> None:
        self.world.cluster()
        self.assertEqual(self.shown(), [entry(False, *ALL)])
        self.logging(entry(True, *ALL))
        self.assertEqual(self.shown(), [entry(True, *ALL)])

    def test_only_the_types_that_a_change_names_change(self) -> None:
        self.world.cluster(logging={'clusterLogging': [entry(True, 'api', 'audit')]})
        self.world.shown()
        self.logging(entry(True, 'scheduler'))
        self.assertEqual(self.shown()[0], entry(True, 'api', 'audit', 'scheduler'))
        self.logging(entry(False, 'api'))
        self.assertEqual(self.shown()[0], entry(True, 'audit', 'scheduler'))

    def test_a_change_that_changes_nothing_is_refused(self) -> None:
        self.world.cluster(logging={'clusterLogging': [entry(True, 'api', 'audit')]})
        self.world.shown()
        for entries in ([entry(True, 'audit', 'api')], [entry(True, 'api')], []):
            said = self.refuses('InvalidParameterException', 'eks', 'UpdateClusterConfig', name='c', logging={'clusterLogging': entries})
            self.assertEqual(said, 'No changes needed for the logging config provided')


class UpdatesTest(AwsTest):
    def test_a_change_is_an_update_that_ends(self) -> None:
        world = self.world
        world.cluster(version='1.34')
        world.shown()
        update = world.call('eks', 'UpdateClusterVersion', name='c', version='1.35')['update']
        self.assertEqual(update['type'], 'VersionUpdate')
        self.assertEqual(world.call('eks', 'ListUpdates', name='c')['updateIds'], [update['id']])
        self.assertEqual(world.call('eks', 'DescribeUpdate', name='c', updateId=update['id'])['update']['status'], 'Successful')
        self.refuses('ResourceNotFoundException', 'eks', 'DescribeUpdate', name='c', updateId='none')

    def test_a_network_that_stays_as_it_is_is_refused(self) -> None:
        self.world.cluster()
        self.world.shown()
        said = self.refuses('InvalidParameterException', 'eks', 'UpdateClusterConfig', name='c',
                            resourcesVpcConfig={'endpointPublicAccess': True})
        self.assertIn('already at the desired configuration', said)

    def test_the_ranges_of_a_private_endpoint_are_those_from_before(self) -> None:
        world = self.world
        made = world.cluster()
        world.call('eks', 'CreateCluster', name='private', roleArn=made['role'], resourcesVpcConfig={
            'subnetIds': made['subnets'], 'endpointPrivateAccess': True, 'endpointPublicAccess': False})
        self.assertEqual(world.shown('private')['resourcesVpcConfig']['publicAccessCidrs'], [])
        world.shown()
        private = {'endpointPrivateAccess': True, 'endpointPublicAccess': False, 'publicAccessCidrs': []}
        world.call('eks', 'UpdateClusterConfig', name='c', resourcesVpcConfig=private)
        self.assertEqual(world.shown()['resourcesVpcConfig']['publicAccessCidrs'], ['0.0.0.0/0'])
        self.refuses('InvalidParameterException', 'eks', 'UpdateClusterConfig', name='c', resourcesVpcConfig=private)

    def test_a_private_endpoint_that_names_its_ranges_differs_in_nothing(self) -> None:
        world = self.world
        world.cluster()
        world.shown()
        ranges = ['203.0.113.0/24']
        for public, listed in ((True, ranges), (False, ranges), (True, ['192.0.2.0/24'])):
            world.call('eks', 'UpdateClusterConfig', name='c', resourcesVpcConfig={
                'endpointPrivateAccess': True, 'endpointPublicAccess': public, 'publicAccessCidrs': listed})
            shown = world.shown()['resourcesVpcConfig']
            self.assertEqual((shown['endpointPublicAccess'], shown['publicAccessCidrs']), (public, listed))

    def test_what_eks_fills_in_is_answered(self) -> None:
        self.world.cluster()
        shown = self.world.shown()
        self.assertEqual(shown['resourcesVpcConfig']['publicAccessCidrs'], ['0.0.0.0/0'])
        self.assertEqual(shown['kubernetesNetworkConfig']['elasticLoadBalancing'], {'enabled': False})
        self.assertNotIn('bootstrapSelfManagedAddons', shown)


class ConsoleTest(AwsTest):
    def test_somebody_deletes_what_a_controller_made(self) -> None:
        world = self.world
        vpc = world.vpc()
        world.aws.act(world.scene.who, 'ec2', 'DeleteVpc', {'VpcId': vpc}, 'somebody')
        self.refuses('InvalidVpcID.NotFound', 'ec2', 'DescribeVpcs', VpcIds=[vpc])
        self.assertEqual(world.log.entries()[-1]['object'], 'somebody')


if __name__ == '__main__':
    unittest.main()
