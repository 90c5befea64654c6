"""Objects that are not looked at, on request. `*` and other patterns are allowed in names."""
import fnmatch
import threading

Hold = dict[str, str]
_NAMES = ('kind', 'namespace', 'name')


class Holds:
    def __init__(self) -> None:
        self._holds: list[Hold] = []
        self._lock = threading.Lock()

    def add(self, hold: Hold) -> Hold:
        kept = {name: str(hold.get(name, '*')) for name in _NAMES}
        with self._lock:
            self._holds.append(kept)
        return kept

    def clear(self, pattern: Hold) -> int:
        """Removes the holds that fit what is given; all of them where nothing is."""
        with self._lock:
            kept = [hold for hold in self._holds if any(hold.get(name) != value for name, value in pattern.items())]
            removed, self._holds = len(self._holds) - len(kept), kept
        return removed

    def all(self) -> list[Hold]:
        with self._lock:
            return list(self._holds)

    def of(self, *names: str) -> bool:
        """Whether an object of this kind, namespace and name is held."""
        return any(all(fnmatch.fnmatchcase(value, hold[name]) for name, value in zip(_NAMES, names, strict=False)) for hold in self.all())
