"""Times and addresses of one run."""
from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Delays:
    """Seconds, as AWS takes them. One factor makes them short, the same as for the waits of the controllers: so all relations stay.

    Estimates, from the "several minutes" of AWS's documentation and what people write of it, but for what names its source.
    """

    # People tell of eight to fifteen minutes.
    cluster: float = 540.0
    cluster_version: float = 480.0
    cluster_config: float = 120.0
    cluster_delete: float = 150.0
    nodegroup: float = 150.0
    nodegroup_version: float = 300.0
    nodegroup_config: float = 60.0
    # With nodes that are drained.
    nodegroup_delete: float = 300.0
    # How long nodes may stay without network or plug-in before EKS gives their group up.
    nodegroup_patience: float = 1500.0
    addon: float = 45.0
    addon_delete: float = 45.0
    nat: float = 120.0
    nat_delete: float = 120.0
    endpoint: float = 30.0

    def scaled(self, factor: float) -> 'Delays':
        return Delays(**{f.name: getattr(self, f.name) * factor for f in fields(self)})


@dataclass(frozen=True)
class Settings:
    host: str = '127.0.0.1'
    port: int = 5000
    control_port: int = 5080
    log: str = 'calls.jsonl'
    # Of all delays.
    factor: float = 1.0
    delays: Delays = field(default_factory=Delays)
