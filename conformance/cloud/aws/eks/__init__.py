"""The whole of EKS that controllers call."""
from . import access, addons, clusters, nodegroups, pod_identities, tags, updates  # noqa: F401
