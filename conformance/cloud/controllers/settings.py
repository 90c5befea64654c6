"""Times and addresses of one run."""
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    server: str
    ca_file: str
    token: str
    aws: str = 'http://127.0.0.1:5000'
    host: str = '127.0.0.1'
    port: int = 5081
    account: str = '123456789012'
    region: str = 'us-east-1'
    system_namespace: str = 'ack-system'
    serve_all: bool = False
    workers: int = 8
    # Of all waits: 1 waits as long as the real controllers, and AWS has the same one, so all relations stay.
    factor: float = 0.01
    # Of the periods after which all is looked at again, besides: each look writes a status, and kro, whose own time is not
    # shortened, begins anew with it.
    stretch: float = 1.0


def environment(name: str, default: str = '') -> str:
    return os.environ.get(name, default)
