"""The way to AWS: every call is validated, may be refused, is run by moto where moto has it, and is written down."""
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

import params as shapes
from call_log import CallLog
from errors import AwsError, ParamError
from registry import effects, moto_plays, rules
from settings import Delays, Settings
from store import Store

@lru_cache(maxsize=None)
def _session() -> Any:
    # Reads the service models, which takes a while: once.
    return botocore.session.get_session()


_READS = ('Describe', 'Get', 'List')


@dataclass(frozen=True)
class Who:
    """In whose name a call is made. Without a role: in that of the controllers."""

    account: str
    region: str
    role: str = ''


@dataclass
class Scene:
    """What rules and effects see of the cloud."""

    cloud: 'Cloud'
    who: Who
    about: str
    # Seconds by which a fault delays what the call starts.
    slow: float

    @property
    def store(self) -> Store:
        return self.cloud.store

    @property
    def delays(self) -> Delays:
        return self.cloud.settings.delays

    @property
    def place(self) -> tuple[str, str]:
        return self.who.account, self.who.region

    def ask(self, service: str, operation: str, **parameters: Any) -> dict[str, Any]:
        return self.cloud.moto(self.who, service, operation, parameters)

    def note(self, operation: str, about: str, text: str = '') -> None:
        """Something that AWS does by itself."""
        self.cloud.log.add('ok', *self.place, 'aws', operation, about, text)

    def due(self, seconds: float) -> float:
        return time.time() + seconds + self.slow


class Cloud:
    def __init__(self, settings: Settings, store: Store, log: CallLog):
        self.settings, self.store, self.log = settings, store, log
        # moto's server is not safe against itself: one call at a time, with its rules and effects.
        self.lock = threading.RLock()
        self._session = _session()
        self._clients: dict[tuple[Who, str], Any] = {}
        self._credentials: dict[str, dict[str, str]] = {}

    def call(self, who: Who, service: str, operation: str, parameters: dict[str, Any], about: str = '', slow: float = 0.0) -> dict[str, Any]:
        read = operation.startswith(_READS)
        try:
            self.validate(service, operation, parameters)
            with self.lock:
                answer = self._run(Scene(self, who, about, slow), service, operation, parameters)
        except AwsError as error:
            if not (read and _absent(error)):
                self.log.add('refused', who.account, who.region, service, operation, about, str(error))
            raise
        except ParamError as error:
            self.log.add('invalid', who.account, who.region, service, operation, about, str(error))
            raise
        if not read:
            self.log.add('ok', who.account, who.region, service, operation, about)
        return answer

    def _run(self, scene: Scene, service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        if check := rules.get((service, operation)):
            check(scene, parameters)
        plays = moto_plays(service, operation)
        answer = self.moto(scene.who, service, operation, parameters) if plays else {}
        if react := effects.get((service, operation)):
            answer = react(scene, parameters, answer)
        elif not plays:
            raise AwsError('NotImplemented', f'{service} {operation} is played by nobody')
        return answer

    def input_shape(self, service: str, operation: str) -> Any:
        return self._session.get_service_model(service).operation_model(operation).input_shape

    def validate(self, service: str, operation: str, parameters: dict[str, Any]) -> None:
        shapes.validate(parameters, self.input_shape(service, operation))

    def moto(self, who: Who, service: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            try:
                return self._client(who, service)._make_api_call(operation, parameters)
            except ClientError as error:
                raise AwsError(error.response['Error'].get('Code', 'Unknown'), error.response['Error'].get('Message', '')) from None

    def _client(self, who: Who, service: str) -> Any:
        if (who, service) not in self._clients:
            self._clients[(who, service)] = self._new_client(service, who.region, self._assume(who))
        return self._clients[(who, service)]

    def _assume(self, who: Who) -> dict[str, str]:
        own = {'AccessKeyId': 'controller', 'SecretAccessKey': 'controller', 'SessionToken': ''}
        if not who.role:
            return own
        if who.role not in self._credentials:
            sts = self._new_client('sts', who.region, own)
            answer = sts.assume_role(RoleArn=who.role, RoleSessionName='ack')
            self._credentials[who.role] = answer['Credentials']
        return self._credentials[who.role]

    def _new_client(self, service: str, region: str, credentials: dict[str, str]) -> Any:
        return self._session.create_client(
            service, region_name=region, endpoint_url=self.settings.aws, aws_access_key_id=credentials['AccessKeyId'],
            aws_secret_access_key=credentials['SecretAccessKey'], aws_session_token=credentials['SessionToken'] or None,
            config=Config(retries={'total_max_attempts': 1}, parameter_validation=False, connect_timeout=5, read_timeout=30))


def _absent(error: AwsError) -> bool:
    return any(word in error.code for word in ('NotFound', 'NoSuchEntity'))
