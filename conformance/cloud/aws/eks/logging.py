"""Which logs of the control plane are written, as EKS takes and shows it."""
from typing import Any

Logging = dict[str, Any]

# In the order in which EKS shows them.
TYPES = ('api', 'audit', 'authenticator', 'controllerManager', 'scheduler')


def enabled_types(logging: Logging) -> list[str]:
    return [kind for entry in logging.get('clusterLogging', []) if entry.get('enabled') for kind in entry.get('types', [])]


def merged(old: Logging, change: Logging) -> Logging:
    """Only the types that a change names change."""
    on = set(enabled_types(old))
    for entry in change.get('clusterLogging', []):
        on = on | set(entry.get('types', [])) if entry.get('enabled') else on - set(entry.get('types', []))
    return shown(on)


def shown(on: set[str]) -> Logging:
    """All types, those that are on first; an entry without types is left out."""
    entries = [{'types': [kind for kind in TYPES if (kind in on) is enabled], 'enabled': enabled} for enabled in (True, False)]
    return {'clusterLogging': [entry for entry in entries if entry['types']]}
