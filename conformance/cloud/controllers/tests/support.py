"""Controllers with a simulated AWS, and an API server in memory, for the tests."""
import json
import os
import unittest
import uuid
from typing import Any, cast

# The policies of AWS, of which these tests use none, would be made anew for each test's account.
os.environ['MOTO_IAM_LOAD_MANAGED_POLICIES'] = 'false'

from aws.tests.support import REGION
from aws.tests.support import World as AwsWorld
from controllers.accounts import Accounts
from controllers.client import Client, Who
from controllers.kinds.all_kinds import kind_named
from controllers.kube import Kube, KubeError
from controllers.reconcile import Reconciler
from controllers.serving import Service
from controllers.settings import Settings

Object = dict[str, Any]

FOLDER = os.path.dirname(os.path.abspath(__file__))


def examples() -> dict[str, Object]:
    with open(os.path.join(FOLDER, 'test_examples.json'), encoding='utf-8') as file:
        return json.load(file)


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
        if value is None:
            target.pop(key, None)
        elif isinstance(value, dict) and isinstance(target.get(key), dict):
            _merge(target[key], value)
        else:
            target[key] = value


class World(AwsWorld):
    """One account, one region, one namespace for it."""

    def __init__(self, **delays: float) -> None:
        super().__init__(**delays)
        self.settings = Settings(server='', ca_file='', token='', aws=self.url)
        self.client = Client(self.settings)
        self.who = Who(self.account, REGION, self.role_arn)
        self.kube = FakeKube()
        self.namespaces: dict[str, Object] = {'spoke': {'metadata': {'annotations': {
            'services.k8s.aws/owner-account-id': self.account, 'services.k8s.aws/default-region': REGION}}}}
        self.role_map: Object = {'data': {self.account: self.role_arn}}
        accounts = Accounts(self.settings, self.namespaces.get, lambda: self.role_map)
        self.reconciler = Reconciler(cast(Kube, self.kube), self.client, accounts, self._lookup)

    def _lookup(self, service: str, kind: str, namespace: str, name: str) -> Object | None:
        return self.kube.get(kind_named(kind).path(namespace, name))

    def look(self, kind: str, namespace: str = 'spoke', name: str = 'one') -> tuple[float | None, Exception | None]:
        """What the look says, or what it raised."""
        known = kind_named(kind)
        obj = self.kube.get(known.path(namespace, name))
        assert obj is not None
        try:
            return self.reconciler.look(known, obj, Service(known.service, 'v1')), None
        except Exception as error:
            return None, error

    def object(self, kind: str, namespace: str = 'spoke', name: str = 'one') -> Object:
        return self.kube.objects[kind_named(kind).path(namespace, name)]

    def conditions(self, kind: str, name: str = 'one') -> dict[str, str]:
        return {c['type']: c['status'] for c in self.object(kind, name=name)['status']['conditions']}


class ControllersTest(unittest.TestCase):
    def setUp(self) -> None:
        self.world = World()
        self.addCleanup(self.world.close)
