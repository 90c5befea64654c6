import unittest
from typing import Any

from controllers import conditions
from controllers.delta import Delta, compare
from controllers.errors import AwsError, Requeue
from controllers.resource import Resource, merge_patch

_NONE: frozenset[str] = frozenset()


def paths(desired: dict[str, Any], seen: dict[str, Any], maps: frozenset[str] = _NONE, documents: frozenset[str] = _NONE,
          uncompared: frozenset[str] = _NONE) -> list[str]:
    return compare(desired, seen, maps, documents, uncompared).paths


class CompareTest(unittest.TestCase):
    def test_structures_are_compared_field_by_field_and_maps_as_a_whole(self) -> None:
        desired, seen = {'a': {'x': 1, 'y': 2}, 'labels': {'x': '1'}}, {'a': {'x': 1, 'y': 3, 'z': 4}, 'labels': {'x': '2'}}
        self.assertEqual(paths(desired, seen, maps=frozenset({'labels'})), ['a.y', 'a.z', 'labels'])

    def test_texts_may_have_any_order_and_structures_may_not(self) -> None:
        self.assertEqual(paths({'ids': ['b', 'a']}, {'ids': ['a', 'b']}), [])
        logging = [{'types': ['api'], 'enabled': True}, {'types': ['audit'], 'enabled': False}]
        self.assertEqual(paths({'l': logging}, {'l': logging[::-1]}), ['l'])
        self.assertEqual(paths({'l': logging[:1]}, {'l': logging}), ['l'])

    def test_nothing_is_an_empty_list_or_map_but_no_other_value(self) -> None:
        self.assertEqual(paths({'ids': []}, {}), [])
        self.assertEqual(paths({}, {'labels': {}}, maps=frozenset({'labels'})), [])
        self.assertEqual(paths({}, {'enabled': False}), ['enabled'])

    def test_documents_are_compared_by_what_they_say(self) -> None:
        documents = frozenset({'policy'})
        self.assertEqual(paths({'policy': '{"a": 1, "b": 2}'}, {'policy': '{"b":2,"a":1}'}, documents=documents), [])
        self.assertEqual(paths({'policy': '{"a": 1}'}, {'policy': '{"a": 2}'}, documents=documents), ['policy'])
        self.assertEqual(paths({'policy': '{"a": 1}'}, {'policy': '{ "a": 1}'}), ['policy'])

    def test_references_and_what_a_kind_does_not_compare_are_passed_over(self) -> None:
        self.assertEqual(paths({'vpcRef': {'from': {'name': 'a'}}, 'a': {'b': 1}}, {'a': {'b': 2}}, uncompared=frozenset({'a.b'})), [])

    def test_a_difference_is_at_its_path_and_at_what_contains_it(self) -> None:
        delta = Delta(['logging.clusterLogging', 'tags'])
        self.assertTrue(delta.at('logging') and delta.besides('tags'))
        self.assertFalse(delta.at('log') or delta.besides('tags', 'logging'))


class PatchTest(unittest.TestCase):
    def test_a_patch_makes_the_new_of_the_old(self) -> None:
        old = {'a': 1, 'b': {'c': 1, 'd': 2}, 'gone': 1, 'list': [1]}
        self.assertEqual(merge_patch(old, {'a': 1, 'b': {'c': 2}, 'list': [1, 2]}), {'b': {'c': 2, 'd': None}, 'gone': None, 'list': [1, 2]})

    def test_an_empty_list_is_not_written(self) -> None:
        self.assertEqual(merge_patch({'a': []}, {}), {})
        self.assertEqual(merge_patch({'a': [1]}, {'a': []}), {'a': None})


class ConditionsTest(unittest.TestCase):
    def test_what_a_reading_said_stays_and_ready_sums_up(self) -> None:
        resource = Resource({})
        conditions.set_synced(resource, 'True')
        told = conditions.told_of(resource, AwsError('InvalidRequestException', 'no', True), False)
        conditions.sum_up(told, True, AwsError('x', 'y'), False)
        self.assertEqual({c['type']: c['status'] for c in told.conditions}, {'ACK.ResourceSynced': 'True', 'ACK.Recoverable': 'True', 'Ready': 'False'})
        self.assertEqual([c['type'] for c in told.conditions if 'lastTransitionTime' not in c], ['ACK.Recoverable'])
        self.assertEqual(told.conditions[-1]['message'], 'InvalidRequestException: no')
        self.assertEqual(resource.conditions[0]['type'], 'ACK.ResourceSynced')

    def test_a_step_that_went_well_takes_back_what_an_earlier_one_said(self) -> None:
        resource = conditions.told_of(Resource({}), Requeue('later'), False)
        after = conditions.told_of(resource, None, False)
        self.assertEqual(after.conditions, [{'type': 'ACK.Recoverable', 'status': 'False'}])

    def test_without_a_word_of_the_reading_an_error_makes_it_unknown(self) -> None:
        resource = Resource({})
        conditions.sum_up(resource, True, AwsError('Throttling', 'slow down'), False)
        self.assertEqual([(c['type'], c['status'], c['reason']) for c in resource.conditions],
                         [('ACK.ResourceSynced', 'Unknown', 'api error Throttling: slow down'), ('Ready', 'Unknown', 'api error Throttling: slow down')])


if __name__ == '__main__':
    unittest.main()
