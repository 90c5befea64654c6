"""The way in for tests: a small HTTP API on loopback."""
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .controller import Controller
from .holds import Holds
from .settings import Settings

Answer = Callable[[dict[str, str], dict[str, Any]], Any]


def answers(controller: Controller, holds: Holds) -> dict[tuple[str, str], Answer]:
    """By method and path; an unknown one is a 404, a ValueError or KeyError a 400."""
    return {
        ('GET', '/healthz'): lambda query, body: {'served': controller.served()},
        ('GET', '/holds'): lambda query, body: holds.all(),
        ('POST', '/holds'): lambda query, body: holds.add(body),
        ('DELETE', '/holds'): lambda query, body: {'removed': holds.clear(query)},
    }


def serve(settings: Settings, known: dict[tuple[str, str], Answer]) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            url = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(url.query).items()}
            answer = known.get((self.command, url.path))
            if answer is None:
                return self._send(404, {'error': f'{self.command} {url.path} is not known'})
            try:
                length = int(self.headers.get('Content-Length') or 0)
                self._send(200, answer(query, json.loads(self.rfile.read(length)) if length else {}))
            except (ValueError, KeyError, StopIteration) as error:
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

    server = ThreadingHTTPServer((settings.host, settings.port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
