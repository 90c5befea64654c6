"""Times and addresses of one run."""
import os
from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Delays:
    """Seconds, as the real controllers wait. One factor makes them short, the same as for AWS: so all relations stay."""

    # Between two looks at something that is not ready.
    poll: float = 30.0
    # Between two looks at a missing entry of the account map.
    role_map: float = 15.0
    # After a failed attempt; doubles with each.
    first_wait: float = 0.005
    longest_wait: float = 1000.0
    resync: float = 36000.0

    def scaled(self, factor: float) -> 'Delays':
        return Delays(**{f.name: getattr(self, f.name) * factor for f in fields(self)})


@dataclass(frozen=True)
class Settings:
    server: str
    ca_file: str
    token: str
    aws: str = 'http://127.0.0.1:5000'
    state: str = 'controllers.sqlite'
    host: str = '127.0.0.1'
    port: int = 5081
    account: str = '123456789012'
    region: str = 'us-east-1'
    system_namespace: str = 'ack-system'
    serve_all: bool = False
    workers: int = 8
    delays: Delays = field(default_factory=Delays)


def environment(name: str, default: str = '') -> str:
    return os.environ.get(name, default)
