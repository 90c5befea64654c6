"""All kinds that the stand-in plays."""
from .ec2 import EC2
from .eks import EKS
from .iam import IAM, KMS, LOGS
from .kind import Kind

KINDS: dict[tuple[str, str], Kind] = {(kind.service, kind.kind): kind for kind in (*EC2, *IAM, *KMS, *LOGS, *EKS)}


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS.values() if kind.kind == name)
