import os
import tempfile
import threading
import time
import unittest

from controllers.holds import Holds
from controllers.kinds.all_kinds import kind_named
from controllers.references import resolve
from controllers.settings import Delays
from controllers.store import Store
from controllers.work_queue import WorkQueue


class StoreTest(unittest.TestCase):
    def test_a_new_process_knows_what_the_last_one_knew(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'state')
            first = Store(path)
            first.put({'a': 1}, 'nat', 'account', 'region', 'id')
            first.put({'a': 2}, 'nat', 'account', 'elsewhere', 'id')
            first.drop('nat', 'account', 'elsewhere', 'id')
            first.close()
            second = Store(path)
            self.assertEqual(list(second.all('nat', 'account')), [('account/region/id', {'a': 1})])
            second.close()

    def test_what_is_read_can_be_changed_without_harm(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = Store(os.path.join(folder, 'state'))
            store.put({'a': [1]}, 'k', 'x')
            (store.get('k', 'x') or {})['a'].append(2)
            self.assertEqual(store.get('k', 'x'), {'a': [1]})
            store.close()


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
        queue = WorkQueue(0.005, 1.0)
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
        queue = WorkQueue(0.005, 0.02)
        began = time.monotonic()
        for _ in range(5):
            queue.add_failed('a')
            queue.take()
            queue.done('a')
        self.assertGreaterEqual(time.monotonic() - began, 0.005 + 0.01 + 3 * 0.02)


class ReferencesTest(unittest.TestCase):
    def test_references_in_lists_and_structures_are_replaced(self) -> None:
        synced = {'conditions': [{'type': 'ACK.ResourceSynced', 'status': 'True'}]}
        known = {'Subnet': synced | {'subnetID': 'subnet-1'}, 'Key': synced | {'ackResourceMetadata': {'arn': 'arn:key'}},
                 'Role': synced | {'ackResourceMetadata': {'arn': 'arn:role'}}}
        spec = {'roleRef': {'from': {'name': 'r'}}, 'resourcesVPCConfig': {'subnetRefs': [{'from': {'name': 's'}}]},
                'encryptionConfig': [{'provider': {'keyRef': {'from': {'name': 'k'}}}}]}
        found = resolve(kind_named('Cluster'), spec, 'ns', lambda service, kind, namespace, name: {'status': known[kind]})
        self.assertEqual(found, {'roleARN': 'arn:role', 'resourcesVPCConfig': {'subnetIDs': ['subnet-1']},
                                 'encryptionConfig': [{'provider': {'keyARN': 'arn:key'}}]})
        self.assertIn('roleRef', spec)


class DelaysTest(unittest.TestCase):
    def test_all_delays_are_scaled(self) -> None:
        self.assertEqual(Delays(poll=4, resync=2).scaled(0.5).poll, 2)


if __name__ == '__main__':
    unittest.main()
