"""A simulated AWS at a port of its own, reached as SDKs reach it."""
import logging
import os
import tempfile
import unittest
import uuid
from typing import Any

from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

import aws.__main__  # noqa: F401 - registers rules and effects
from aws.call_log import CallLog
from aws.faults import Faults
from aws.moto_inside import session
from aws.server import serve
from aws.service import Aws, Scene, Who
from aws.settings import Delays, Settings
from aws.store import Store

Object = dict[str, Any]

REGION = 'us-west-2'
TRUST = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},"Action":["sts:AssumeRole"]}]}'
POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Encrypt"],"Resource":"*"}]}'
_QUICK = Delays().scaled(0)
logging.getLogger('werkzeug').setLevel(logging.ERROR)


class Refusal(Exception):
    def __init__(self, error: ClientError) -> None:
        super().__init__(error.response['Error'].get('Message', ''))
        self.code = error.response['Error'].get('Code')


class World:
    """One account, one region, nothing in it."""

    def __init__(self, **delays: float) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store, self.log = Store(), CallLog(os.path.join(self.folder.name, 'calls'))
        self.faults = Faults(self.store)
        self.aws = Aws(Settings(port=0, delays=Delays(**(vars(_QUICK) | delays))), self.store, self.log, self.faults)
        self.server = serve(self.aws)
        self.url = f'http://127.0.0.1:{self.server.server_address[1]}'
        # Each world is an account of its own: moto is one for the whole process.
        self.account = str(100000000000 + uuid.uuid4().int % 800000000000)
        self.role_arn = f'arn:aws:iam::{self.account}:role/provisioner'
        self._clients: dict[str, BaseClient] = {}
        own = self._client('sts', {'AccessKeyId': 'TESTS000000000000000', 'SecretAccessKey': 'tests', 'SessionToken': None})
        self._keys = own.assume_role(RoleArn=self.role_arn, RoleSessionName='tests')['Credentials']
        self.access_key = self._keys['AccessKeyId']
        self.scene = Scene(self.aws, Who(self.account, REGION))

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.log.close()
        self.folder.cleanup()

    def _client(self, service: str, keys: Object) -> BaseClient:
        return session().create_client(
            service, region_name=REGION, endpoint_url=self.url, aws_access_key_id=keys['AccessKeyId'], aws_secret_access_key=keys['SecretAccessKey'],
            aws_session_token=keys['SessionToken'], config=Config(retries={'total_max_attempts': 1}, parameter_validation=False))

    def call(self, service: str, operation: str, **parameters: Any) -> Object:
        if service not in self._clients:
            self._clients[service] = self._client(service, self._keys)
        try:
            answer = self._clients[service]._make_api_call(operation, parameters)
        except ClientError as error:
            raise Refusal(error) from None
        return {name: value for name, value in answer.items() if name != 'ResponseMetadata'}

    def operations(self) -> list[str]:
        return [entry['operation'] for entry in self.log.entries() if entry['outcome'] == 'ok']

    def vpc(self, block: str = '10.0.0.0/16') -> str:
        return self.call('ec2', 'CreateVpc', CidrBlock=block)['Vpc']['VpcId']

    def subnet(self, vpc: str, block: str, zone: str = 'a') -> str:
        return self.call('ec2', 'CreateSubnet', VpcId=vpc, CidrBlock=block, AvailabilityZone=REGION + zone)['Subnet']['SubnetId']

    def role(self, name: str, service: str) -> str:
        return self.call('iam', 'CreateRole', RoleName=name, AssumeRolePolicyDocument=TRUST % service)['Role']['Arn']

    def cluster(self, name: str = 'c', version: str = '1.35', **more: Any) -> Object:
        """A cluster with its subnets and role, ACTIVE."""
        vpc = self.vpc()
        subnets = [self.subnet(vpc, '10.0.0.0/24', 'a'), self.subnet(vpc, '10.0.1.0/24', 'b')]
        role = self.role(f'{name}-cluster', 'eks.amazonaws.com')
        self.store.put({'endpoint': 'https://127.0.0.1:1', 'caData': 'Y2E='}, 'api-server', name)
        self.call('eks', 'CreateCluster', name=name, version=version, roleArn=role, resourcesVpcConfig={'subnetIds': subnets},
                  accessConfig={'authenticationMode': 'API'}, **more)
        return {'vpc': vpc, 'subnets': subnets, 'role': role}

    def shown(self, name: str = 'c') -> Object:
        return self.call('eks', 'DescribeCluster', name=name)['cluster']


class AwsTest(unittest.TestCase):
    def setUp(self) -> None:
        self.world = World()
        self.addCleanup(self.world.close)

    def refuses(self, code: str, service: str, operation: str, **params: Any) -> str:
        with self.assertRaises(Refusal) as raised:
            self.world.call(service, operation, **params)
        self.assertEqual(raised.exception.code, code, str(raised.exception))
        return str(raised.exception)
