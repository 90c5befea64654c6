"""A cloud with moto behind it, and an API server in memory, for the tests."""
import atexit
import json
import logging
import os
import tempfile
import unittest
import uuid
from typing import Any

from moto.server import ThreadedMotoServer

import main  # noqa: F401 - registers rules and effects
from accounts import Accounts
from call_log import CallLog
from cloud import Cloud, Scene, Who
from errors import AwsError
from kinds import kind_named
from kube import KubeError
from reconcile import Reconciler
from settings import Delays, Settings
from store import Store

Object = dict[str, Any]

FOLDER = os.path.dirname(os.path.abspath(__file__))
REGION = 'us-west-2'
TRUST = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},"Action":["sts:AssumeRole"]}]}'
POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Encrypt"],"Resource":"*"}]}'
_server: list[str] = []
logging.getLogger('werkzeug').setLevel(logging.ERROR)


def examples() -> dict[str, Object]:
    with open(os.path.join(FOLDER, 'test_examples.json'), encoding='utf-8') as file:
        return json.load(file)


def moto_address() -> str:
    if not _server:
        server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
        server.start()
        atexit.register(server.stop)
        _server.append('http://%s:%d' % server.get_host_and_port())
    return _server[0]


class FakeKube:
    """Objects by path; patches are merged, as the API server does it."""

    def __init__(self) -> None:
        self.objects: dict[str, Object] = {}

    def add(self, kind: str, spec: Object, namespace: str = 'spoke', name: str = 'one', **metadata: Any) -> Object:
        obj = {'kind': kind, 'metadata': {'namespace': namespace, 'name': name, 'uid': uuid.uuid4().hex, 'generation': 1, 'resourceVersion': '1',
                                          'creationTimestamp': '2026-01-01T00:00:00Z'} | metadata, 'spec': spec}
        self.objects[kind_named(kind).path(namespace, name)] = obj
        return obj

    def get(self, path: str) -> Object | None:
        found = self.objects.get(path)
        return json.loads(json.dumps(found)) if found else None

    def patch(self, path: str, body: Object) -> Object:
        target = self.objects.get(path.removesuffix('/status'))
        if target is None:
            raise KubeError(404, path)
        _merge(target, body)
        return target


def _merge(target: Object, change: Object) -> None:
    for key, value in change.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict):
            _merge(target[key], value)
        else:
            target[key] = value


class CloudTest(unittest.TestCase):
    def setUp(self) -> None:
        self.world = World()
        self.addCleanup(self.world.close)

    def refuses(self, code: str, service: str, operation: str, **params: Any) -> str:
        with self.assertRaises(AwsError) as raised:
            self.world.call(service, operation, **params)
        self.assertEqual(raised.exception.code, code, str(raised.exception))
        return str(raised.exception)


class World:
    """One account, one region, nothing in it."""

    def __init__(self, **delays: float):
        quick = Delays(**{'cluster': 0, 'cluster_update': 0, 'cluster_delete': 0, 'nodegroup': 0, 'nodegroup_update': 0, 'nodegroup_delete': 0,
                          'nodegroup_patience': 0, 'addon': 0, 'addon_delete': 0, 'nat': 0, 'nat_delete': 0, 'endpoint': 0} | delays)
        self.folder = tempfile.TemporaryDirectory()
        state = os.path.join(self.folder.name, 'state')
        self.settings = Settings(server='', ca_file='', token='', aws=moto_address(), delays=quick)
        self.store, self.log = Store(state), CallLog(state + '.calls')
        self.cloud = Cloud(self.settings, self.store, self.log)
        # Each world is an account of its own: moto is shared.
        self.account = str(100000000000 + uuid.uuid4().int % 800000000000)
        self.who = Who(self.account, REGION, f'arn:aws:iam::{self.account}:role/provisioner')
        self.kube = FakeKube()
        self.namespaces: dict[str, Object] = {'spoke': {'metadata': {'annotations': {
            'services.k8s.aws/owner-account-id': self.account, 'services.k8s.aws/default-region': REGION}}}}
        self.role_map: Object = {'data': {self.account: self.who.role}}
        accounts = Accounts(self.settings, self.namespaces.get, lambda: self.role_map)
        self.reconciler = Reconciler(self.kube, self.cloud, accounts, self._lookup)
        self.scene = Scene(self.cloud, self.who, 'test', 0)

    def close(self) -> None:
        self.log.close()
        self.store.close()
        self.folder.cleanup()

    def _lookup(self, service: str, kind: str, namespace: str, name: str) -> Object | None:
        return self.kube.get(kind_named(kind).path(namespace, name))

    def call(self, service: str, operation: str, **params: Any) -> Object:
        return self.cloud.call(self.who, service, operation, params, 'test')

    def look(self, kind: str, namespace: str = 'spoke', name: str = 'one', fault: Object | None = None) -> tuple[float | None, Exception | None]:
        """What the look says, or what it raised."""
        known = kind_named(kind)
        obj = self.kube.get(known.path(namespace, name))
        assert obj is not None
        try:
            return self.reconciler.look(known, obj, fault), None
        except Exception as error:  # noqa: BLE001 - the test asks for it
            return None, error

    def object(self, kind: str, namespace: str = 'spoke', name: str = 'one') -> Object:
        return self.kube.objects[kind_named(kind).path(namespace, name)]

    def conditions(self, kind: str, name: str = 'one') -> dict[str, str]:
        return {c['type']: c['status'] for c in self.object(kind, name=name)['status']['conditions']}

    def operations(self) -> list[str]:
        return [entry['operation'] for entry in self.log.entries() if entry['outcome'] == 'ok']

    def vpc(self, block: str = '10.0.0.0/16') -> str:
        return self.call('ec2', 'CreateVpc', CidrBlock=block)['Vpc']['VpcId']

    def subnet(self, vpc: str, block: str, zone: str = 'a') -> str:
        return self.call('ec2', 'CreateSubnet', VpcId=vpc, CidrBlock=block, AvailabilityZone=REGION + zone)['Subnet']['SubnetId']

    def role(self, name: str, service: str) -> str:
        return self.call('iam', 'CreateRole', RoleName=name, AssumeRolePolicyDocument=TRUST % service)['Role']['Arn']

    def cluster(self, name: str = 'c', version: str = '1.35', **more: Any) -> dict[str, Any]:
        """A cluster with its subnets and role, ACTIVE."""
        vpc = self.vpc()
        subnets = [self.subnet(vpc, '10.0.0.0/24', 'a'), self.subnet(vpc, '10.0.1.0/24', 'b')]
        role = self.role(f'{name}-cluster', 'eks.amazonaws.com')
        self.store.put({'endpoint': 'https://127.0.0.1:1', 'caData': 'Y2E='}, 'api-server', name)
        self.call('eks', 'CreateCluster', name=name, version=version, roleArn=role, resourcesVpcConfig={'subnetIds': subnets},
                  accessConfig={'authenticationMode': 'API'}, **more)
        return {'vpc': vpc, 'subnets': subnets, 'role': role}
