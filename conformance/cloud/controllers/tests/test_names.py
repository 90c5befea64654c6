import json
import os
import unittest
from typing import Any

from aws.validation import validate
from controllers.client import Client, Who, input_shape
from controllers.kinds.all_kinds import KINDS
from controllers.kinds.kind import Kind
from controllers.look import Look
from controllers.manager import Manager
from controllers.names import ack_name
from controllers.resource import Resource
from controllers.serving import Service
from controllers.settings import Settings
from controllers.tests.support import FOLDER, examples

_SCHEMAS = os.path.join(FOLDER, '..', '..', '..', '..', 'schemas', 'kubernetes', 'crds')


def _properties(kind: Kind, part: str) -> set[str]:
    with open(os.path.join(_SCHEMAS, kind.group, f'{kind.kind}.json'), encoding='utf-8') as file:
        version = json.load(file)['spec']['versions'][0]
    return set(version['schema']['openAPIV3Schema']['properties'].get(part, {}).get('properties', {}))


def _parameters(kind: Kind) -> dict[str, Any]:
    look = Look(Client(Settings('', '', '')), Who('111111111111', 'us-west-2'), kind, kind.kind, Service(kind.service))
    return Manager(look).parameters(Resource({'namespace': 'x', 'name': 'x'}, examples()[kind.kind]))


class NamesTest(unittest.TestCase):
    def test_acronyms_are_in_capitals_unless_they_begin_a_name(self) -> None:
        for member, name in {
            'VpcId': 'vpcID', 'NatGatewayId': 'natGatewayID', 'resourcesVpcConfig': 'resourcesVPCConfig', 'serviceIpv4Cidr': 'serviceIPv4CIDR',
            'publicAccessCidrs': 'publicAccessCIDRs', 'Ipv6Native': 'ipv6Native', 'EnableResourceNameDnsARecord': 'enableResourceNameDNSARecord',
            'subnetIds': 'subnetIDs', 'AWSAccountId': 'awsAccountID', 'DefaultForAz': 'defaultForAZ', 'identity': 'identity', 'Url': 'url',
            'kubeApiServerConfig': 'kubeAPIServerConfig', 'CloudHsmClusterId': 'cloudHsmClusterID', 'IpAddressType': 'ipAddressType',
        }.items():
            self.assertEqual(ack_name(member), name)

    def test_every_field_that_a_kind_names_is_in_its_definition(self) -> None:
        for kind in KINDS.values():
            fields, refs = _properties(kind, 'spec'), {part.split('.')[0].removesuffix('[]') for ref in kind.refs for part in (ref.field, ref.ref)}
            named = {*kind.spec, *kind.answered, *kind.late, *kind.late_optional, *kind.before_delete_synced, *kind.renames, *refs}
            named |= {path.split('.')[0] for path in (*kind.maps, *kind.documents, *kind.uncompared)}
            self.assertEqual(named - fields, set(), kind.kind)

    def test_every_field_of_a_status_is_in_the_definition(self) -> None:
        for kind in KINDS.values():
            if fields := _properties(kind, 'status'):
                self.assertEqual({*kind.status, *kind.status_from} - fields, set(), kind.kind)


class CreationTest(unittest.TestCase):
    def test_every_example_is_a_valid_call(self) -> None:
        self.assertEqual(sorted(examples()), sorted(kind.kind for kind in KINDS.values()))
        for kind in KINDS.values():
            validate(kind.api_service, _parameters(kind), input_shape(kind.api_service, kind.create))

    def test_parameters_are_those_of_the_api(self) -> None:
        made = {kind.kind: _parameters(kind) for kind in KINDS.values()}
        self.assertEqual(made['VPC']['CidrBlock'], '10.1.0.0/18')
        self.assertEqual(made['VPC']['TagSpecifications'][0]['ResourceType'], 'vpc')
        self.assertEqual(made['ElasticIPAddress']['Domain'], 'vpc')
        self.assertEqual(made['Alias']['AliasName'], 'alias/eks/payments-prod')
        self.assertEqual(made['Role']['RoleName'], examples()['Role']['name'])
        self.assertNotIn('Policies', made['Role'])
        self.assertEqual(made['Nodegroup']['nodegroupName'], 'default')
        self.assertEqual(made['Addon']['addonName'], 'vpc-cni')
        self.assertTrue(made['Cluster']['resourcesVpcConfig']['endpointPrivateAccess'])
        self.assertEqual(made['Cluster']['kubernetesNetworkConfig']['serviceIpv4Cidr'], '172.20.0.0/16')
        self.assertIn('TagKey', made['Key']['Tags'][0])
        self.assertIsInstance(made['LogGroup']['tags'], dict)


if __name__ == '__main__':
    unittest.main()
