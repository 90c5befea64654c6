"""AWS for the conformance stack: an HTTP endpoint for SDKs, and a control API beside it."""
import argparse
import os
import signal
import threading
from dataclasses import fields

from . import account_rules, eks, network  # noqa: F401 - register what AWS refuses and does
from .call_log import CallLog, say
from .control import Control, serve_control
from .faults import Faults
from .server import serve
from .service import Aws
from .settings import Delays, Settings
from .store import Store


def read_arguments() -> Settings:
    parser = argparse.ArgumentParser(prog='python -m aws', description=__doc__)
    parser.add_argument('--host', default='127.0.0.1')
    parser.add_argument('--port', type=int, default=5000, help='of the endpoint for SDKs')
    parser.add_argument('--control-port', type=int, default=5080)
    parser.add_argument('--log', default='calls.jsonl', help='file that calls are written to')
    parser.add_argument('--factor', type=float, default=0.01, help='of all delays: 1 takes as long as AWS')
    parser.add_argument('--delay', action='append', default=[], metavar='NAME=SECONDS', help=', '.join(f.name for f in fields(Delays)))
    given = parser.parse_args()
    delays = Delays().scaled(given.factor)
    changed = {name: float(seconds) for name, _, seconds in (pair.partition('=') for pair in given.delay)}
    return Settings(
        host=given.host, port=given.port, control_port=given.control_port, log=given.log, factor=given.factor,
        delays=Delays(**{f.name: changed.get(f.name, getattr(delays, f.name)) for f in fields(Delays)}))


def main() -> None:
    settings = read_arguments()
    # Read by moto when it makes an account: the policies of AWS exist.
    os.environ.setdefault('MOTO_IAM_LOAD_MANAGED_POLICIES', 'true')
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    store = Store()
    aws = Aws(settings, store, CallLog(settings.log), Faults(store))
    servers = [serve(aws), serve_control(aws, Control(aws))]
    say('ready', f'AWS on http://{settings.host}:{settings.port}, control API on http://{settings.host}:{settings.control_port}')
    ended.wait()
    for server in servers:
        server.shutdown()
    say('ended')


if __name__ == '__main__':
    main()
