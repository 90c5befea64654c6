"""Every call comes by here: it is validated, may be refused, is run by moto where moto has it, and is written down."""
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from botocore.model import StructureShape

from .call_log import CallLog
from .errors import AwsError
from .faults import Faults
from .moto_inside import Answer, Moto, account_of, session
from .registry import effects, moto_plays, rules
from .requests import Requests
from .settings import Delays, Settings
from .store import Store
from .validation import validate
from .wire import Call, refusal_in, write_answer

Params = dict[str, Any]

_READS = ('Describe', 'Get', 'List')


def is_read(operation: str) -> bool:
    return operation.startswith(_READS)


@dataclass(frozen=True)
class Who:
    """Whose things a call is about, and where."""

    account: str
    region: str


@dataclass
class Scene:
    """What rules and effects see of the cloud."""

    cloud: 'Aws'
    who: Who
    about: str = ''
    # Seconds by which a fault delays what the call starts.
    slow: float = 0.0

    @property
    def store(self) -> Store:
        return self.cloud.store

    @property
    def delays(self) -> Delays:
        return self.cloud.settings.delays

    @property
    def place(self) -> tuple[str, str]:
        return self.who.account, self.who.region

    def ask(self, service: str, operation: str, **parameters: Any) -> Params:
        return self.cloud.moto.ask(*self.place, service, operation, parameters)

    def note(self, operation: str, about: str, text: str = '') -> None:
        """Something that AWS does by itself."""
        self.cloud.log.add('ok', *self.place, 'aws', operation, about, text)

    def due(self, seconds: float) -> float:
        return time.time() + seconds + self.slow


class Aws:
    def __init__(self, settings: Settings, store: Store, log: CallLog, faults: Faults) -> None:
        self.settings, self.store, self.log, self.faults = settings, store, log, faults
        # moto is not safe against itself: one call at a time, with its rules and effects.
        self.lock = threading.RLock()
        self.moto = Moto()
        self.requests = Requests()

    def answer(self, call: Call, forward: Callable[[], Answer]) -> Answer:
        """`forward` gives the request to moto as it came: where nothing is added to an answer, it stays moto's to the byte."""
        began = time.time()
        with self.lock:
            who = Who(account_of(call.signer.key), call.signer.region)
            answer, refusal = self._answer(who, call, forward)
        outcome = {'outcome': refusal.outcome, 'code': refusal.code, 'text': refusal.message} if refusal else {'outcome': 'ok', 'code': '', 'text': ''}
        self.requests.add({'account': who.account, 'region': who.region, 'service': call.signer.service, 'operation': call.operation,
                           'object': call.about, 'parameters': call.parameters, 'status': answer[0]} | outcome, began)
        return answer

    def _answer(self, who: Who, call: Call, forward: Callable[[], Answer]) -> tuple[Answer, AwsError | None]:
        service, operation = call.signer.service, call.operation
        try:
            scene = self._admit(who, service, operation, call.about, call.parameters)
            if (service, operation) in effects or not moto_plays(service, operation):
                answer, refusal = write_answer(call, self._play(scene, service, operation, call.parameters)), None
            else:
                answer = forward()
                refusal = refusal_in(call, answer)
        except AwsError as error:
            answer, refusal = write_answer(call, error), error
        if refusal:
            self._note_refusal(who, service, operation, call.about, refusal)
        elif not is_read(operation) and service != 'sts':
            self.log.add('ok', *_place(who), service, operation, call.about)
        return answer, refusal

    def act(self, who: Who, service: str, operation: str, parameters: Params, about: str) -> Params:
        """A call that somebody makes in a console."""
        with self.lock:
            answer = self._play(self._admit(who, service, operation, about, parameters), service, operation, parameters)
            self.log.add('ok', *_place(who), service, operation, about)
            return answer

    def _admit(self, who: Who, service: str, operation: str, about: str, parameters: Params) -> Scene:
        validate(service, parameters, input_shape(service, operation))
        fault = self.faults.of(who.account, who.region, service, operation, about, parameters)
        if fault and fault['mode'] == 'refuse':
            code, _, text = fault['message'].partition(': ')
            raise AwsError(code, text, 'fault')
        scene = Scene(self, who, about, float(fault['seconds']) if fault else 0.0)
        if check := rules.get((service, operation)):
            check(scene, parameters)
        return scene

    def _play(self, scene: Scene, service: str, operation: str, parameters: Params) -> Params:
        plays, react = moto_plays(service, operation), effects.get((service, operation))
        if not plays and react is None:
            raise AwsError('NotImplemented', f'{service} {operation} is played by nobody')
        answer = scene.ask(service, operation, **parameters) if plays else {}
        return react(scene, parameters, answer) if react else answer

    def _note_refusal(self, who: Who, service: str, operation: str, about: str, error: AwsError) -> None:
        absent = any(word in error.code for word in ('NotFound', 'NoSuchEntity'))
        if not (absent and is_read(operation)):
            self.log.add(error.outcome, *_place(who), service, operation, about, str(error))


def _place(who: Who) -> tuple[str, str]:
    return who.account, who.region


@cache
def input_shape(service: str, operation: str) -> StructureShape | None:
    return session().get_service_model(service).operation_model(operation).input_shape
