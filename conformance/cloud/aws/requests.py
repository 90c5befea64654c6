"""All requests of late, reads too, with what was asked and what was answered: for comparing controllers."""
import threading
import time
from collections import deque
from typing import Any

Entry = dict[str, Any]

_KEPT = 50_000


class Requests:
    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self._count = 0
        self._lock = threading.Lock()

    def add(self, entry: Entry, began: float) -> None:
        with self._lock:
            self._count += 1
            self._entries.append({'number': self._count, 'time': round(began, 3), 'seconds': round(time.time() - began, 3)} | entry)

    def after(self, number: int) -> list[Entry]:
        """Those that follow a number; of a negative one, so many of the last."""
        with self._lock:
            return list(self._entries)[number:] if number < 0 else [entry for entry in self._entries if entry['number'] > number]
