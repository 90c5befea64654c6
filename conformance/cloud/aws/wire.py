"""The protocols of AWS: which operation an HTTP request asks for, with which parameters, and how an answer is written."""
import re
import uuid
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from botocore.parsers import create_parser
from moto.core.model import OperationModel
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import Request, determine_request_protocol
from moto.core.routing import get_service_router
from moto.core.serialize import SerializationContext, get_serializer_class
from werkzeug.exceptions import NotFound

from .errors import AwsError
from .moto_inside import Answer

# Those whose calls are looked at; everything else goes to moto as it is.
SERVICES = frozenset({'ec2', 'iam', 'kms', 'logs', 'eks', 'sts'})
_SCOPE = re.compile(r'Credential=(?P<key>[^/,\s]+)/[0-9]{8}/(?P<region>[^/]+)/(?P<service>[^/]+)/aws4_request')
_KIND = re.compile(r'CRDKind/(?P<kind>[A-Za-z]+)')
# Which object of a cluster a call is for: said by our controllers alone.
OBJECT_HEADER = 'X-Conformance-Object'


@dataclass(frozen=True)
class Signer:
    """Who signed a request, for which service and region."""

    key: str
    region: str
    service: str


@dataclass(frozen=True)
class Call:
    signer: Signer
    model: OperationModel
    parameters: dict[str, Any]
    # `Kind/namespace/name` of the object that it is for, or only its kind, or nothing.
    about: str

    @property
    def operation(self) -> str:
        return str(self.model.name)


def signer_of(url: str, headers: dict[str, str]) -> Signer | None:
    authorization = next((value for name, value in headers.items() if name.lower() == 'authorization'), '')
    presigned = parse_qs(urlsplit(url).query).get('X-Amz-Credential', [''])[0]
    found = _SCOPE.search(authorization or f'Credential={presigned}')
    return Signer(found['key'], found['region'], found['service']) if found else None


def read_call(signer: Signer, method: str, url: str, headers: dict[str, str], body: bytes) -> Call | None:
    """None where the service has no such operation."""
    request = Request.from_primitives(method, f'http://aws{url}', headers, body)
    try:
        model, places = get_service_router(signer.service).match(request)
    except (NotFound, NotImplementedError):
        return None
    protocol = determine_request_protocol(model.service_model, request.content_type)
    parameters = PROTOCOL_PARSERS[protocol](model).parse({
        'method': method, 'values': request.values, 'headers': request.headers, 'body': request.data, 'url_path': request.path,
        'url_params': places})
    kind = _KIND.search(request.headers.get('User-Agent', ''))
    return Call(signer, model, parameters, request.headers.get(OBJECT_HEADER) or (kind['kind'] if kind else ''))


def write_answer(call: Call, result: dict[str, Any] | AwsError) -> Answer:
    return _write(call.model, result)


def write_unknown(signer: Signer, operation: str) -> Answer:
    """What a service says that was asked for an operation that it does not have."""
    model = next(iter(_service(signer.service)))
    return _write(model, AwsError('UnknownOperationException', f'{operation} is no operation of {signer.service}'))


def _write(model: OperationModel, result: dict[str, Any] | AwsError) -> Answer:
    protocol = str(model.service_model.protocol)
    context = SerializationContext(str(uuid.uuid4()))
    written = get_serializer_class(str(model.service_model.service_name), protocol)(model, context).serialize(result)
    body = written['body']
    headers = {**written['headers'], 'x-amzn-RequestId': context.request_id}
    return written['status_code'], headers, body if isinstance(body, bytes) else body.encode()


def refusal_in(call: Call, answer: Answer) -> AwsError | None:
    """The error in an answer of moto, if it is one."""
    status, headers, body = answer
    if status < 400:
        return None
    parsed = create_parser(str(call.model.service_model.protocol)).parse({'status_code': status, 'headers': headers, 'body': body}, None)
    error = parsed.get('Error', {})
    return AwsError(str(error.get('Code', 'Unknown')), str(error.get('Message', '')))


@cache
def _service(name: str) -> tuple[OperationModel, ...]:
    from moto.core.utils import get_service_model
    model = get_service_model(name)
    return tuple(model.operation_model(operation) for operation in model.operation_names)
