"""What AWS remembers and moto does not: things by kind and key. As moto's, they are gone when the process ends."""
import copy
import threading
from collections.abc import Iterator
from typing import Any

Thing = dict[str, Any]


class Store:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._things: dict[tuple[str, str], Thing] = {}

    def get(self, kind: str, *parts: str) -> Thing | None:
        with self._lock:
            return copy.deepcopy(self._things.get((kind, '/'.join(parts))))

    def put(self, thing: Thing, kind: str, *parts: str) -> None:
        with self._lock:
            self._things[(kind, '/'.join(parts))] = copy.deepcopy(thing)

    def drop(self, kind: str, *parts: str) -> None:
        with self._lock:
            self._things.pop((kind, '/'.join(parts)), None)

    def all(self, kind: str, *prefix: str) -> Iterator[tuple[str, Thing]]:
        """Things whose key begins with the given parts."""
        start = ''.join(f'{part}/' for part in prefix)
        with self._lock:
            found = [(key, copy.deepcopy(thing)) for (k, key), thing in self._things.items() if k == kind and key.startswith(start)]
        return iter(sorted(found, key=lambda item: item[0]))

    def next(self, counter: str) -> int:
        with self._lock:
            number = int((self.get('counter', counter) or {'value': 0})['value']) + 1
            self.put({'value': number}, 'counter', counter)
            return number
