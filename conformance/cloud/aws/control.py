"""The way in for tests: a small HTTP API on loopback."""
import base64
import binascii
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from .call_log import say
from .errors import AwsError
from .inventory import inventory
from .seeds import plant
from .service import Aws, Who

Query = dict[str, str]


class Control:
    """Answers to `METHOD /first-part-of-the-path`; an unknown one is a 404, a ValueError or KeyError a 400."""

    def __init__(self, aws: Aws) -> None:
        self._aws, faults = aws, aws.faults
        self.answers: dict[tuple[str, str], Callable[[str, Query, Any], Any]] = {
            ('GET', 'healthz'): lambda rest, query, body: {'factor': aws.settings.factor, 'delays': vars(aws.settings.delays)},
            ('GET', 'calls'): lambda rest, query, body: aws.log.entries(int(query.get('after', '0'))),
            ('GET', 'requests'): lambda rest, query, body: aws.requests.after(int(query.get('after', '0'))),
            ('GET', 'resources'): lambda rest, query, body: inventory(aws),
            ('GET', 'faults'): lambda rest, query, body: faults.all(),
            ('POST', 'faults'): lambda rest, query, body: faults.add(body),
            ('DELETE', 'faults'): lambda rest, query, body: {'removed': faults.clear(query)},
            ('POST', 'act'): self._act,
            ('POST', 'clusters'): self._set_api_server,
            ('POST', 'seed'): lambda rest, query, body: plant(aws.store, body),
        }

    def _act(self, rest: str, query: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        who = Who(str(body['account']), str(body['region']))
        return self._aws.act(who, body['service'], body['operation'], body.get('parameters', {}), body.get('object', 'somebody'))

    def _set_api_server(self, name: str, query: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        if not name or not body['endpoint'].startswith('https://'):
            raise ValueError('POST /clusters/<name> {"endpoint": "https://…", "caData": "<base64>"}')
        try:
            base64.b64decode(body['caData'], validate=True)
        except binascii.Error:
            raise ValueError('caData is not base64') from None
        self._aws.store.put({'endpoint': body['endpoint'], 'caData': body['caData']}, 'api-server', name)
        say('cluster', name, f"is played by {body['endpoint']}")
        return body


def serve_control(aws: Aws, control: Control) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            url = urlsplit(self.path)
            first, _, rest = url.path.strip('/').partition('/')
            query = {name: values[-1] for name, values in parse_qs(url.query).items()}
            answer = control.answers.get((self.command, first))
            if answer is None:
                return self._send(404, {'error': f'{self.command} /{first} is not known'})
            try:
                length = int(self.headers.get('Content-Length') or 0)
                body = json.loads(self.rfile.read(length)) if length else {}
                self._send(200, answer(unquote(rest), query, body))
            except (ValueError, KeyError, AwsError) as error:
                self._send(400, {'error': str(error) or repr(error)})

        def _send(self, status: int, body: Any) -> None:
            data = json.dumps(body, indent=1, default=str).encode()
            self.send_response(status)
            self.send_header('Content-Type', 'application/json')
            self.send_header('Content-Length', str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_DELETE = _answer

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer((aws.settings.host, aws.settings.control_port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
