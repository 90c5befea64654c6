"""All kinds that the stand-in plays."""
from kind import Kind
from kinds_ec2 import EC2
from kinds_eks import EKS
from kinds_iam import IAM, KMS, LOGS

KINDS: dict[tuple[str, str], Kind] = {(kind.service, kind.kind): kind for kind in (*EC2, *IAM, *KMS, *LOGS, *EKS)}


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS.values() if kind.kind == name)
