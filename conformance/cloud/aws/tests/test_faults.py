import unittest

from aws.tests.support import AwsTest


class FaultsTest(AwsTest):
    def test_a_call_is_refused_as_long_as_the_fault_is_there(self) -> None:
        world = self.world
        world.faults.add({'mode': 'refuse', 'operation': 'CreateVpc', 'account': world.account, 'message': 'VpcLimitExceeded: no more'})
        self.assertEqual(self.refuses('VpcLimitExceeded', 'ec2', 'CreateVpc', CidrBlock='10.0.0.0/16'), 'no more')
        self.assertEqual(world.log.entries()[-1]['outcome'], 'fault')
        world.faults.clear({'operation': 'CreateVpc'})
        world.vpc()

    def test_a_fault_names_a_thing_by_any_of_its_names(self) -> None:
        world = self.world
        world.cluster('one')
        world.cluster('two')
        for name in ('one', 'two'):
            world.shown(name)
        world.faults.add({'mode': 'refuse', 'operation': 'UpdateCluster*', 'resource': 'one', 'message': 'InvalidRequestException: held'})
        world.faults.add({'mode': 'refuse', 'operation': 'TagResource', 'resource': '*:cluster/two', 'message': 'AccessDeniedException: not you'})
        self.refuses('InvalidRequestException', 'eks', 'UpdateClusterVersion', name='one', version='1.36')
        world.call('eks', 'UpdateClusterVersion', name='two', version='1.36')
        self.refuses('AccessDeniedException', 'eks', 'TagResource', resourceArn=world.shown('two')['arn'], tags={'a': 'b'})
        world.call('eks', 'TagResource', resourceArn=world.shown('one')['arn'], tags={'a': 'b'})

    def test_reads_are_refused_only_by_name(self) -> None:
        world = self.world
        world.faults.add({'mode': 'refuse', 'service': 'ec2', 'message': 'RequestLimitExceeded: slow down'})
        world.call('ec2', 'DescribeVpcs')
        self.refuses('RequestLimitExceeded', 'ec2', 'CreateVpc', CidrBlock='10.0.0.0/16')
        world.faults.add({'mode': 'refuse', 'operation': 'DescribeVpcs', 'message': 'RequestLimitExceeded: slow down'})
        self.refuses('RequestLimitExceeded', 'ec2', 'DescribeVpcs')

    def test_what_a_call_begins_takes_longer_on_request(self) -> None:
        world = self.world
        world.faults.add({'mode': 'slow', 'operation': 'CreateCluster', 'seconds': 600})
        world.cluster()
        self.assertEqual(world.shown()['status'], 'CREATING')
        with self.assertRaisesRegex(ValueError, 'mode must be one of'):
            world.faults.add({'mode': 'odd'})


if __name__ == '__main__':
    unittest.main()
