"""moto in this process: what it has of AWS, without a network between."""
import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import botocore.session
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.iam.models import get_account_id_from
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.test import Client

from .errors import AwsError

Answer = tuple[int, dict[str, str], bytes]

# Of whoever comes with a key that nobody gave out.
DEFAULT_ACCOUNT = '123456789012'
_INSIDE = 'http://moto.inside'


class _Body(io.BytesIO):
    def stream(self, *_: Any, **__: Any) -> Iterator[bytes]:
        yield self.read()


@cache
def session() -> botocore.session.Session:
    # Reads the service models, which takes a while: once.
    return botocore.session.get_session()


@cache
def _app() -> DomainDispatcherApplication:
    return DomainDispatcherApplication(create_backend_app)


def account_of(access_key: str) -> str:
    return get_account_id_from(access_key)


class Moto:
    def __init__(self) -> None:
        self._clients: dict[tuple[str, str, str], BaseClient] = {}
        self._keys: dict[str, dict[str, str]] = {}

    def forward(self, method: str, url: str, headers: dict[str, str], body: bytes) -> Answer:
        """A request as it came; moto reads from its signature which service and account it is for, and verifies nothing."""
        kept = [(name, value) for name, value in headers.items() if name.lower() not in ('content-length', 'transfer-encoding', 'connection', 'host')]
        response = Client(_app()).open(url, base_url=_INSIDE, method=method, headers=kept, data=body)
        return response.status_code, dict(response.headers), response.get_data()

    def ask(self, account: str, region: str, service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """A call of AWS itself."""
        try:
            return self._client(account, region, service)._make_api_call(operation, parameters)
        except ClientError as error:
            raise AwsError(error.response['Error'].get('Code', 'Unknown'), error.response['Error'].get('Message', '')) from None

    def _client(self, account: str, region: str, service: str) -> BaseClient:
        place = (account, region, service)
        if place not in self._clients:
            keys = self._keys_of(account, region)
            client = session().create_client(
                service, region_name=region, endpoint_url=_INSIDE, aws_access_key_id=keys['AccessKeyId'],
                aws_secret_access_key=keys['SecretAccessKey'], aws_session_token=keys['SessionToken'] or None,
                config=Config(retries={'total_max_attempts': 1}, parameter_validation=False))
            client.meta.events.register('before-send', self._send)
            self._clients[place] = client
        return self._clients[place]

    def _keys_of(self, account: str, region: str) -> dict[str, str]:
        own = {'AccessKeyId': 'AWSITSELF00000000000', 'SecretAccessKey': 'itself', 'SessionToken': ''}
        if account == DEFAULT_ACCOUNT:
            return own
        if account not in self._keys:
            self._keys[DEFAULT_ACCOUNT] = own
            role = f'arn:aws:iam::{account}:role/aws-itself'
            answer = self.ask(DEFAULT_ACCOUNT, region, 'sts', 'AssumeRole', {'RoleArn': role, 'RoleSessionName': 'aws'})
            self._keys[account] = answer['Credentials']
        return self._keys[account]

    def _send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        headers = {name: value.decode() if isinstance(value, bytes) else value for name, value in request.headers.items()}
        body = request.body if isinstance(request.body, bytes) else (request.body or '').encode()
        status, answered, data = self.forward(request.method, request.url.removeprefix(_INSIDE), headers, body)
        return AWSResponse(request.url, status, answered, _Body(data))
