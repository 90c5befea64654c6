"""All kinds that the stand-in plays."""
from .access import ACCESS_ENTRY, POD_IDENTITY_ASSOCIATION
from .addon import ADDON
from .cluster import CLUSTER
from .gateways import ELASTIC_IP_ADDRESS, INTERNET_GATEWAY, NAT_GATEWAY
from .iam import OPEN_ID_CONNECT_PROVIDER, ROLE
from .kind import Kind
from .kms import ALIAS, KEY
from .logs import LOG_GROUP
from .nodegroup import NODEGROUP
from .routing import ROUTE_TABLE, VPC_ENDPOINT
from .subnet import SUBNET
from .vpc import VPC

KINDS: dict[tuple[str, str], Kind] = {(kind.service, kind.kind): kind for kind in (
    VPC, SUBNET, INTERNET_GATEWAY, ELASTIC_IP_ADDRESS, NAT_GATEWAY, ROUTE_TABLE, VPC_ENDPOINT, ROLE, OPEN_ID_CONNECT_PROVIDER, KEY, ALIAS, LOG_GROUP,
    CLUSTER, NODEGROUP, ADDON, ACCESS_ENTRY, POD_IDENTITY_ASSOCIATION)}


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS.values() if kind.kind == name)
