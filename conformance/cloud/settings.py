"""Times and addresses of one run."""
import os
from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Delays:
    """Seconds. AWS takes minutes for most of them, and the controllers wait up to 17 minutes between two attempts."""

    cluster: float = 2.0
    cluster_update: float = 1.5
    cluster_delete: float = 1.0
    nodegroup: float = 1.5
    nodegroup_update: float = 1.5
    nodegroup_delete: float = 4.0
    # How long nodes may stay without network or plug-in before EKS gives their group up.
    nodegroup_patience: float = 30.0
    addon: float = 0.5
    addon_delete: float = 0.5
    nat: float = 1.0
    nat_delete: float = 4.0
    endpoint: float = 0.5
    # Between two looks of a controller at something that is not ready (30 s in the real ones).
    poll: float = 0.4
    # Between two looks at a missing entry of the account map (15 s in the real ones).
    role_map: float = 1.0
    # Longest wait after failed attempts (1000 s in the real ones).
    backoff: float = 3.0

    def scaled(self, factor: float) -> 'Delays':
        return Delays(**{f.name: getattr(self, f.name) * factor for f in fields(self)})


@dataclass(frozen=True)
class Settings:
    server: str
    ca_file: str
    token: str
    aws: str = 'http://127.0.0.1:5000'
    state: str = 'cloud.sqlite'
    host: str = '127.0.0.1'
    port: int = 5080
    account: str = '123456789012'
    region: str = 'us-east-1'
    system_namespace: str = 'ack-system'
    serve_all: bool = False
    workers: int = 8
    delays: Delays = field(default_factory=Delays)


def environment(name: str, default: str = '') -> str:
    return os.environ.get(name, default)
