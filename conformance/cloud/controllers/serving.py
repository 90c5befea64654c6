"""How a controller is told to run: by the Deployment that its chart makes."""
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Object = dict[str, Any]

_TEN_HOURS = 36000.0
_TAGS = ('services.k8s.aws/controller-version=%CONTROLLER_SERVICE%-%CONTROLLER_VERSION%', 'services.k8s.aws/namespace=%K8S_NAMESPACE%',
         'app.kubernetes.io/managed-by=%MANAGED_BY%', 'kro.run/kro-version=%KRO_VERSION%')


@dataclass(frozen=True)
class Service:
    name: str
    version: str = 'unknown'
    # Seconds after which an object is looked at again without cause, and exceptions by kind in lower case.
    resync: float = _TEN_HOURS
    resync_of: dict[str, float] = field(default_factory=dict)
    resource_tags: tuple[str, ...] = _TAGS
    stretch: float = 1.0

    @property
    def tag_keys(self) -> frozenset[str]:
        return frozenset(tag.partition('=')[0].strip() for tag in self.resource_tags)

    def period(self, kind: str) -> float:
        return self.resync_of.get(kind.lower(), self.resync) * self.stretch

    def tags(self, metadata: Object) -> dict[str, str]:
        labels = metadata.get('labels') or {}
        words = {'%CONTROLLER_SERVICE%': self.name, '%CONTROLLER_VERSION%': self.version, '%K8S_NAMESPACE%': metadata.get('namespace', ''),
                 '%K8S_RESOURCE_NAME%': metadata.get('name', ''), '%MANAGED_BY%': labels.get('app.kubernetes.io/managed-by', ''),
                 '%KRO_VERSION%': labels.get('kro.run/kro-version', '')}
        tags: dict[str, str] = {}
        for pair in self.resource_tags:
            key, _, text = pair.partition('=')
            value = re.sub('%[A-Z0-9_]+%', lambda found: words.get(found[0], found[0]), text.strip())
            if key.strip() and value:
                tags[key.strip()] = value
        return tags


def service_of(name: str, deployment: Object, stretch: float = 1.0) -> Service:
    """What the arguments of the container say, with the variables that they name."""
    container = deployment['spec']['template']['spec']['containers'][0]
    variables = {item['name']: item.get('value', '') for item in container.get('env', [])}
    given = [re.sub(r'\$\((\w+)\)', lambda found: variables.get(found[1], ''), text) for text in container.get('args', [])]
    flags = [(flag.removeprefix('--'), value) for flag, value in _pairs(given)]
    periods = [value for flag, value in flags if flag == 'reconcile-default-resync-seconds']
    own = [value.partition('=') for flag, value in flags if flag == 'reconcile-resource-resync-seconds']
    tags = [value for flag, value in flags if flag == 'resource-tags']
    return Service(name, version=f"v{container.get('image', ':unknown').rpartition(':')[2]}",
                   resync=float(periods[-1]) if periods and float(periods[-1]) > 0 else _TEN_HOURS,
                   resync_of={kind.lower(): float(seconds) for kind, _, seconds in own if seconds},
                   resource_tags=tuple(tags[-1].split(',')) if tags else _TAGS, stretch=stretch)


def _pairs(given: list[str]) -> Iterator[tuple[str, str]]:
    """Flags with their values, written `--flag value` or `--flag=value`."""
    for index, text in enumerate(given):
        if text.startswith('--') and '=' in text:
            flag, _, value = text.partition('=')
            yield flag, value
        elif text.startswith('--'):
            yield text, given[index + 1] if index + 1 < len(given) and not given[index + 1].startswith('--') else ''
