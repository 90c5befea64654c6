"""The endpoint that AWS SDKs call, for all services at one address."""
import threading
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .call_log import say
from .errors import AwsError
from .moto_inside import Answer
from .service import Aws
from .wire import SERVICES, read_call, signer_of, write_answer, write_unknown


def answer(aws: Aws, method: str, url: str, headers: dict[str, str], body: bytes) -> Answer:
    def forward() -> Answer:
        return aws.moto.forward(method, url, headers, body)

    signer = signer_of(url, headers)
    if signer is None or signer.service not in SERVICES:
        with aws.lock:
            return forward()
    call = read_call(signer, method, url, headers, body)
    if call is None:
        return write_unknown(signer, f'{method} {url}')
    try:
        return aws.answer(call, forward)
    except Exception:
        say('error', call.operation, traceback.format_exc())
        return write_answer(call, AwsError('InternalFailure', 'the simulated AWS failed'))


def serve(aws: Aws) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        # Small answers, each sent at once.
        disable_nagle_algorithm = True

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
            status, headers, data = answer(aws, self.command, self.path, dict(self.headers.items()), body)
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() not in ('content-length', 'transfer-encoding', 'connection', 'server', 'date'):
                    self.send_header(name, value)
            self.send_header('Content-Length', str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = _answer

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 128
        daemon_threads = True

    server = Server((aws.settings.host, aws.settings.port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
