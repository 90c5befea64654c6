"""The way to AWS: an SDK, in the name of the role of an account."""
import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

import botocore.session
from botocore.awsrequest import AWSRequest
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError
from botocore.handlers import json_decode_policies
from botocore.model import StructureShape

from .errors import AwsError, ParamError
from .settings import Settings

# For the log of the simulated AWS alone.
_OBJECT_HEADER = 'X-Conformance-Object'


@cache
def _session() -> botocore.session.Session:
    # Reads the service models, which takes a while: once.
    return botocore.session.get_session()


@cache
def input_shape(service: str, operation: str) -> StructureShape:
    return _session().get_service_model(service).operation_model(operation).input_shape


@cache
def _described(service: str, operation: str) -> frozenset[str]:
    shapes = _session().get_service_model(service).operation_model(operation).error_shapes
    return frozenset(shape.metadata.get('error', {}).get('code', shape.name) for shape in shapes)


def _told(error: ClientError, service: str, operation: str) -> AwsError:
    code, answer = error.response['Error'].get('Code', 'Unknown'), error.response.get('ResponseMetadata', {})
    place = (f'operation error {_session().get_service_model(service).service_id}: {operation}, https response error '
             f"StatusCode: {answer.get('HTTPStatusCode')}, RequestID: {answer.get('RequestId', '')}, ")
    return AwsError(code, error.response['Error'].get('Message', ''), code in _described(service, operation), place)


@dataclass(frozen=True)
class Who:
    """In whose name a call is made. Without a role: in that of the controllers."""

    account: str
    region: str
    role: str = ''


class Client:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.Lock()
        self._clients: dict[tuple[Who, str], BaseClient] = {}
        self._about = threading.local()

    def call(self, who: Who, service: str, operation: str, parameters: dict[str, Any], about: str = '') -> dict[str, Any]:
        client = self._client(who, service)
        self._about.name = about
        try:
            return client._make_api_call(operation, parameters)
        except ClientError as error:
            raise _told(error, service, operation) from None
        except ParamValidationError as error:
            raise ParamError(str(error)) from None

    def _client(self, who: Who, service: str) -> BaseClient:
        with self._lock:
            if (who, service) not in self._clients:
                self._clients[(who, service)] = self._new_client(service, who.region, self._assume(who))
            return self._clients[(who, service)]

    def _assume(self, who: Who) -> dict[str, str]:
        own = {'AccessKeyId': 'CONTROLLERS000000000', 'SecretAccessKey': 'controllers', 'SessionToken': ''}
        if not who.role:
            return own
        try:
            return self._new_client('sts', who.region, own).assume_role(RoleArn=who.role, RoleSessionName='ack')['Credentials']
        except ClientError as error:
            raise _told(error, 'sts', 'AssumeRole') from None

    def _new_client(self, service: str, region: str, credentials: dict[str, str]) -> BaseClient:
        client = _session().create_client(
            service, region_name=region, endpoint_url=self.settings.aws, aws_access_key_id=credentials['AccessKeyId'],
            aws_secret_access_key=credentials['SecretAccessKey'], aws_session_token=credentials['SessionToken'] or None,
            config=Config(retries={'total_max_attempts': 1}, connect_timeout=5, read_timeout=30, max_pool_connections=self.settings.workers))
        client.meta.events.register('before-sign', self._tell_object)
        # Policies stay the text that AWS has.
        client.meta.events.unregister('after-call.iam', json_decode_policies)
        return client

    def _tell_object(self, request: AWSRequest, **_: Any) -> None:
        request.headers[_OBJECT_HEADER] = getattr(self._about, 'name', '')
