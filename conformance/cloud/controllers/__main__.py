"""Plays the controllers of ACK against a Kubernetes API server, and an AWS at one address."""
import argparse
import signal
import threading

from .client import Client
from .control import answers, serve
from .controller import Controller
from .holds import Holds
from .kube import Kube
from .say import say
from .settings import Settings, environment


def read_arguments() -> Settings:
    parser = argparse.ArgumentParser(prog='python -m controllers', description=__doc__)
    parser.add_argument('--server', default=environment('KUBE_SERVER', 'https://127.0.0.1:6443'), help='API server of the hub')
    parser.add_argument('--ca-file', default=environment('KUBE_CA_FILE'), required=not environment('KUBE_CA_FILE'))
    parser.add_argument('--token-file', default=environment('KUBE_TOKEN_FILE'), help='bearer token; else the environment has KUBE_TOKEN')
    parser.add_argument('--aws', default='http://127.0.0.1:5000', help='address of AWS')
    parser.add_argument('--port', type=int, default=5081, help='of the control API, on 127.0.0.1')
    parser.add_argument('--account', default='123456789012', help="the controllers' own account")
    parser.add_argument('--region', default='us-east-1', help="the controllers' own region")
    parser.add_argument('--system-namespace', default='ack-system')
    parser.add_argument('--all', action='store_true', help='serve all kinds, whether or not their controllers are deployed')
    parser.add_argument('--workers', type=int, default=8)
    parser.add_argument('--stretch', type=float, default=1.0, help='of the periods after which all is looked at again, besides the factor')
    parser.add_argument('--factor', type=float, default=0.01, help='of all waits: 1 waits as long as the real controllers')
    given = parser.parse_args()
    return Settings(
        server=given.server, ca_file=given.ca_file, token=_token(given.token_file), aws=given.aws, port=given.port,
        account=given.account, region=given.region, system_namespace=given.system_namespace, serve_all=given.all, workers=given.workers,
        factor=given.factor, stretch=given.stretch)


def _token(path: str) -> str:
    if not path:
        return environment('KUBE_TOKEN')
    with open(path, encoding='utf-8') as file:
        return file.read().strip()


def main() -> None:
    settings = read_arguments()
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    holds = Holds()
    controller = Controller(settings, Kube(settings.server, settings.ca_file, settings.token), Client(settings), holds)
    server = serve(settings, answers(controller, holds))
    say('ready', f'control API on http://{settings.host}:{settings.port}')
    threading.Thread(target=controller.start, daemon=True).start()
    ended.wait()
    server.shutdown()
    say('ended')


if __name__ == '__main__':
    main()
