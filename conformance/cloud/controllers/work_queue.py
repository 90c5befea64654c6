"""Keys that are due, each handled by one worker at a time, with the waits of failed attempts doubling."""
import heapq
import threading
import time
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar('Key', bound=Hashable)


class WorkQueue(Generic[Key]):
    def __init__(self, first: float, longest: float) -> None:
        self._first, self._longest = first, longest
        self._due: dict[Key, float] = {}
        self._heap: list[tuple[float, int, Key]] = []
        self._busy: set[Key] = set()
        self._failures: dict[Key, int] = {}
        self._count = 0
        self._changed = threading.Condition()

    def add(self, key: Key, after: float = 0.0) -> None:
        """Asks for a key; of two requests for one key the earlier counts."""
        with self._changed:
            due = time.monotonic() + after
            if self._due.get(key, due + 1) <= due:
                return
            self._due[key] = due
            self._count += 1
            heapq.heappush(self._heap, (due, self._count, key))
            self._changed.notify()

    def add_failed(self, key: Key) -> None:
        with self._changed:
            failures = self._failures.get(key, 0)
            self._failures[key] = failures + 1
        self.add(key, self.wait(failures))

    def wait(self, failures: int) -> float:
        """After one more failure than so many."""
        return min(self._first * 2 ** min(failures, 40), self._longest)

    def succeeded(self, key: Key) -> None:
        with self._changed:
            self._failures.pop(key, None)

    def take(self) -> Key:
        """Waits for a key; `done` must follow."""
        with self._changed:
            while True:
                now, postponed = time.monotonic(), []
                while self._heap and self._heap[0][0] <= now:
                    due, count, key = heapq.heappop(self._heap)
                    if self._due.get(key) != due:
                        continue
                    if key in self._busy:
                        postponed.append((due, count, key))
                        continue
                    self._give_back(postponed)
                    del self._due[key]
                    self._busy.add(key)
                    return key
                self._give_back(postponed)
                idle = [due for due, _, key in self._heap if key not in self._busy]
                self._changed.wait(max(0.0, min(idle) - now) if idle else None)

    def _give_back(self, items: list[tuple[float, int, Key]]) -> None:
        for item in items:
            heapq.heappush(self._heap, item)

    def done(self, key: Key) -> None:
        with self._changed:
            self._busy.discard(key)
            self._changed.notify()
