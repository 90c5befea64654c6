"""Where a wish and what was seen differ, by the rules of the generated comparisons."""
import json
from collections.abc import Iterator
from typing import Any

Object = dict[str, Any]


class Delta:
    """Paths within the spec, with dots."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths

    def __bool__(self) -> bool:
        return bool(self.paths)

    def at(self, *paths: str) -> bool:
        return any(found == path or found.startswith(f'{path}.') for found in self.paths for path in paths)

    def besides(self, *paths: str) -> bool:
        return any(not any(found == path or found.startswith(f'{path}.') for path in paths) for found in self.paths)

    def add(self, path: str) -> None:
        self.paths.append(path)

    def drop(self, path: str) -> None:
        self.paths = [found for found in self.paths if found != path]


def compare(desired: Object, seen: Object, maps: frozenset[str], documents: frozenset[str], uncompared: frozenset[str]) -> Delta:
    """References are never compared: both sides have them. A map is compared as a whole, a structure field by field."""
    return Delta(list(_differences(desired, seen, '', maps, documents, uncompared)))


def _differences(desired: Object, seen: Object, prefix: str, maps: frozenset[str], documents: frozenset[str], uncompared: frozenset[str]) -> Iterator[str]:
    for name in sorted({*desired, *seen}):
        path = prefix + name
        a, b = desired.get(name), seen.get(name)
        if path in uncompared or name.endswith(('Ref', 'Refs')):
            continue
        if isinstance(a, dict) and isinstance(b, dict) and path not in maps:
            yield from _differences(a, b, f'{path}.', maps, documents, uncompared)
        elif not _same(a, b, path in maps, path in documents):
            yield path


def _same(a: Any, b: Any, is_map: bool, is_document: bool) -> bool:
    if is_map:
        return (a or {}) == (b or {})
    if isinstance(a, list) or isinstance(b, list):
        return _same_list(a or [], b or [])
    if is_document and isinstance(a, str) and isinstance(b, str):
        return same_document(a, b)
    return a == b


def _same_list(a: list[Any], b: list[Any]) -> bool:
    """Texts in any order, structures in theirs."""
    if all(isinstance(item, str) for item in (*a, *b)):
        return sorted(a) == sorted(b)
    return a == b


def same_document(a: str, b: str) -> bool:
    try:
        return a == b or json.loads(a) == json.loads(b)
    except ValueError:
        return False
