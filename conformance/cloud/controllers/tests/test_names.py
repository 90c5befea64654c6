import json
import os
import unittest

from aws.validation import validate
from controllers.client import input_shape
from controllers.creation import creation
from controllers.kinds.all_kinds import KINDS
from controllers.names import ack_name
from controllers.tests.support import FOLDER, ControllersTest, examples
from controllers.work import Work

_SCHEMAS = os.path.join(FOLDER, '..', '..', '..', '..', 'schemas', 'kubernetes', 'crds')


class NamesTest(ControllersTest):
    def test_acronyms_are_in_capitals_unless_they_begin_a_name(self) -> None:
        for member, name in {
            'VpcId': 'vpcID', 'NatGatewayId': 'natGatewayID', 'resourcesVpcConfig': 'resourcesVPCConfig', 'serviceIpv4Cidr': 'serviceIPv4CIDR',
            'publicAccessCidrs': 'publicAccessCIDRs', 'Ipv6Native': 'ipv6Native', 'EnableResourceNameDnsARecord': 'enableResourceNameDNSARecord',
            'subnetIds': 'subnetIDs', 'AWSAccountId': 'awsAccountID', 'DefaultForAz': 'defaultForAZ', 'identity': 'identity', 'Url': 'url',
            'kubeApiServerConfig': 'kubeAPIServerConfig', 'CloudHsmClusterId': 'cloudHsmClusterID', 'IpAddressType': 'ipAddressType',
        }.items():
            self.assertEqual(ack_name(member), name)

    def test_every_field_of_every_spec_is_one_that_the_controller_knows(self) -> None:
        for kind in KINDS.values():
            with open(os.path.join(_SCHEMAS, kind.group, f'{kind.kind}.json'), encoding='utf-8') as file:
                version = json.load(file)['spec']['versions'][0]
            fields = set(version['schema']['openAPIV3Schema']['properties']['spec']['properties'])
            members = {ack_name(member) for member in input_shape(kind.api_service, kind.create).members}
            known = members | set(kind.renames) | set(kind.later) | {'tags'} | {part.split('.')[0].removesuffix('[]')
                                                                               for ref in kind.refs for part in (ref.field, ref.ref)}
            known |= {'roleRef', 'serviceRef', 'securityGroupRefs', 'securityGroupIDs'}
            self.assertEqual(fields - known, set(), kind.kind)
            self.assertEqual(set(kind.ignored) - fields, set(), f'{kind.kind}: ignored')
            self.assertEqual(set(kind.later) - fields, set(), f'{kind.kind}: later')
            self.assertEqual({*kind.defaults, *kind.late} - fields, set(), f'{kind.kind}: defaults')

    def test_every_field_of_a_status_is_in_the_definition(self) -> None:
        for kind in KINDS.values():
            with open(os.path.join(_SCHEMAS, kind.group, f'{kind.kind}.json'), encoding='utf-8') as file:
                version = json.load(file)['spec']['versions'][0]
            fields = set(version['schema']['openAPIV3Schema']['properties'].get('status', {}).get('properties', {}))
            if fields:
                self.assertEqual({*kind.status, *kind.status_from} - fields, set(), kind.kind)


class CreationTest(ControllersTest):
    def test_every_example_is_a_valid_call(self) -> None:
        world = self.world
        self.assertEqual(sorted(examples()), sorted(kind.kind for kind in KINDS.values()))
        for kind in KINDS.values():
            obj = world.kube.add(kind.kind, examples()[kind.kind])
            params = creation(Work(world.client, world.memory, world.who, kind, obj))
            validate(kind.api_service, params, input_shape(kind.api_service, kind.create))

    def test_parameters_are_those_of_the_api(self) -> None:
        world, made = self.world, {}
        for kind in KINDS.values():
            obj = world.kube.add(kind.kind, examples()[kind.kind])
            made[kind.kind] = creation(Work(world.client, world.memory, world.who, kind, obj))
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
