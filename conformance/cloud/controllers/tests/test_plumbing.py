import threading
import time
import unittest

from controllers.controller import FIRST_WAIT, LONGEST_WAIT
from controllers.holds import Holds
from controllers.kinds.all_kinds import kind_named
from controllers.references import resolve, unresolved
from controllers.resource import Resource
from controllers.work_queue import WorkQueue


class HoldsTest(unittest.TestCase):
    def test_holds_are_found_by_pattern_and_removed_by_what_they_are(self) -> None:
        holds = Holds()
        holds.add({'kind': 'VPC', 'namespace': 'spoke-*'})
        self.assertTrue(holds.of('VPC', 'spoke-a', 'x'))
        self.assertFalse(holds.of('Subnet', 'spoke-a', 'x'))
        self.assertEqual((holds.clear({'kind': 'Subnet'}), holds.clear({'kind': 'VPC'})), (0, 1))
        self.assertFalse(holds.of('VPC', 'spoke-a', 'x'))


class QueueTest(unittest.TestCase):
    def test_a_key_is_handled_by_one_worker_at_a_time_and_the_earliest_request_counts(self) -> None:
        queue: WorkQueue[str] = WorkQueue(0.005, 1.0)
        queue.add('a', 60)
        queue.add('a')
        self.assertEqual(queue.take(), 'a')
        queue.add('a')
        queue.add('b')
        self.assertEqual(queue.take(), 'b')
        taken: list[object] = []
        thread = threading.Thread(target=lambda: taken.append(queue.take()), daemon=True)
        thread.start()
        thread.join(0.05)
        self.assertEqual(taken, [])
        queue.done('a')
        thread.join(5)
        self.assertEqual(taken, ['a'])

    def test_waits_double_up_to_the_longest(self) -> None:
        queue: WorkQueue[str] = WorkQueue(0.005, 0.02)
        began = time.monotonic()
        for _ in range(5):
            queue.add_failed('a')
            queue.take()
            queue.done('a')
        self.assertGreaterEqual(time.monotonic() - began, 0.005 + 0.01 + 3 * 0.02)

    def test_the_real_waits_go_from_5_ms_to_1000_s_in_18_steps(self) -> None:
        queue: WorkQueue[str] = WorkQueue(FIRST_WAIT, LONGEST_WAIT)
        self.assertEqual([queue.wait(failures) for failures in (0, 1, 10, 17, 18, 60)], [0.005, 0.01, 5.12, 655.36, 1000, 1000])


class ReferencesTest(unittest.TestCase):
    def test_what_references_stand_for_is_put_in_and_taken_out_again(self) -> None:
        synced = {'conditions': [{'type': 'ACK.ResourceSynced', 'status': 'True'}]}
        known = {'Subnet': synced | {'subnetID': 'subnet-1'}, 'Key': synced | {'ackResourceMetadata': {'arn': 'arn:key'}},
                 'Role': synced | {'ackResourceMetadata': {'arn': 'arn:role'}}}
        given = Resource({}, {'roleRef': {'from': {'name': 'r'}}, 'resourcesVPCConfig': {'subnetRefs': [{'from': {'name': 's'}}]},
                              'encryptionConfig': [{'provider': {'keyRef': {'from': {'name': 'k'}}}}]})
        spec = given.copy().spec
        resolve(kind_named('Cluster'), spec, 'ns', lambda service, kind, namespace, name: {'metadata': {}, 'status': known[kind]})
        self.assertEqual((spec['roleARN'], spec['resourcesVPCConfig']['subnetIDs'], spec['encryptionConfig'][0]['provider']['keyARN']),
                         ('arn:role', ['subnet-1'], 'arn:key'))
        self.assertEqual(unresolved(kind_named('Cluster'), Resource({}, spec)).spec, given.spec)


if __name__ == '__main__':
    unittest.main()
