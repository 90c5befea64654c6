"""What a controller of the stand-in remembers, in memory and, at once, in a file."""
import copy
import json
import sqlite3
import threading
from typing import Any, Iterator

Thing = dict[str, Any]


class Store:
    def __init__(self, path: str):
        self._lock = threading.RLock()
        self._file = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        # A killed process loses nothing; only a machine that stops could.
        self._file.execute('PRAGMA journal_mode=WAL')
        self._file.execute('PRAGMA synchronous=OFF')
        self._file.execute('CREATE TABLE IF NOT EXISTS things (kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id))')
        self._things: dict[tuple[str, str], Thing] = {
            (kind, key): json.loads(body) for kind, key, body in self._file.execute('SELECT kind, id, body FROM things')
        }

    def close(self) -> None:
        self._file.close()

    def get(self, kind: str, *parts: str) -> Thing | None:
        with self._lock:
            found = self._things.get((kind, '/'.join(parts)))
            return copy.deepcopy(found)

    def put(self, thing: Thing, kind: str, *parts: str) -> None:
        key = '/'.join(parts)
        with self._lock:
            body = json.dumps(thing, default=str)
            self._things[(kind, key)] = json.loads(body)
            self._file.execute('REPLACE INTO things VALUES (?, ?, ?)', (kind, key, body))

    def drop(self, kind: str, *parts: str) -> None:
        key = '/'.join(parts)
        with self._lock:
            self._things.pop((kind, key), None)
            self._file.execute('DELETE FROM things WHERE kind = ? AND id = ?', (kind, key))

    def all(self, kind: str, *prefix: str) -> Iterator[tuple[str, Thing]]:
        """Things whose key begins with the given parts."""
        start = ''.join(f'{part}/' for part in prefix)
        with self._lock:
            found = [(key, copy.deepcopy(thing)) for (k, key), thing in self._things.items() if k == kind and key.startswith(start)]
        return iter(sorted(found, key=lambda item: item[0]))

    def next(self, counter: str) -> int:
        with self._lock:
            number = (self.get('counter', counter) or {'value': 0})['value'] + 1
            self.put({'value': number}, 'counter', counter)
            return number
