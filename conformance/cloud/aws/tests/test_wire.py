import json
import unittest
import urllib.request
from typing import Any
from urllib.error import HTTPError

from aws.tests.support import REGION, AwsTest
from aws.wire import signer_of

_SIGNED = 'AWS4-HMAC-SHA256 Credential={key}/20261201/us-west-2/{service}/aws4_request, SignedHeaders=host, Signature=0'


class WireTest(AwsTest):
    def raw(self, method: str, path: str, service: str, body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str], Any]:
        signed = {'Authorization': _SIGNED.format(key=self.world.access_key, service=service)}
        request = urllib.request.Request(self.world.url + path, body, signed | headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except HTTPError as error:
            return error.code, dict(error.headers), error.read()

    def test_an_error_of_eks_is_written_as_sdks_read_it(self) -> None:
        status, headers, body = self.raw('GET', '/clusters/absent', 'eks')
        self.assertEqual((status, headers['X-Amzn-Errortype']), (404, 'ResourceNotFoundException'))
        self.assertEqual(json.loads(body)['message'], 'No cluster found for name: absent.')

    def test_an_error_of_ec2_is_xml_with_status_400(self) -> None:
        status, _, body = self.raw('POST', '/', 'ec2', b'Action=DeleteVpc&Version=2016-11-15&VpcId=vpc-1', **{
            'Content-Type': 'application/x-www-form-urlencoded'})
        self.assertEqual(status, 400)
        self.assertIn(b'<Code>InvalidVpcID.NotFound</Code>', body)

    def test_what_a_service_does_not_have_is_an_unknown_operation(self) -> None:
        self.assertIn(b'UnknownOperationException', self.raw('GET', '/nothing/of/the/kind', 'eks')[2])

    def test_an_arn_in_a_path_is_one_parameter(self) -> None:
        self.world.cluster()
        arn = self.world.shown()['arn']
        quoted = arn.replace(':', '%3A').replace('/', '%2F')
        body = json.dumps({'tags': {'a': 'b'}}).encode()
        self.assertEqual(self.raw('POST', f'/tags/{quoted}', 'eks', body, **{'Content-Type': 'application/json'})[0], 200)
        self.assertEqual(self.world.shown()['tags'], {'a': 'b'})

    def test_a_query_may_be_presigned(self) -> None:
        url = '/?Action=GetCallerIdentity&X-Amz-Credential=AKIDEXAMPLE%2F20261201%2Fus-east-1%2Fsts%2Faws4_request'
        found = signer_of(url, {})
        self.assertEqual((found.key, found.region, found.service) if found else None, ('AKIDEXAMPLE', 'us-east-1', 'sts'))
        self.assertIsNone(signer_of('/?Action=GetCallerIdentity', {}))

    def test_the_kind_of_an_object_is_read_from_the_user_agent_of_ack(self) -> None:
        agent = 'aws-controllers-k8s/ec2.services.k8s.aws-1.20.0 (CRDKind/VPC; CRDVersion/v1alpha1)'
        self.raw('POST', '/', 'ec2', b'Action=CreateVpc&Version=2016-11-15&CidrBlock=10.0.0.0%2F16', **{
            'Content-Type': 'application/x-www-form-urlencoded', 'User-Agent': agent})
        self.assertEqual(self.world.log.entries()[-1]['object'], 'VPC')

    def test_every_request_is_kept_with_what_was_asked_and_answered(self) -> None:
        self.raw('GET', '/clusters/absent', 'eks')
        entry = self.world.aws.requests.after(0)[-1]
        self.assertEqual((entry['operation'], entry['region'], entry['parameters'], entry['outcome'], entry['code']),
                         ('DescribeCluster', REGION, {'name': 'absent'}, 'refused', 'ResourceNotFoundException'))


if __name__ == '__main__':
    unittest.main()
