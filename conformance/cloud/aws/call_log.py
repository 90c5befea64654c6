"""The calls that change something in AWS, and the refused ones, in their order: in a file, and a line each on stdout."""
import json
import threading
import time
from typing import Any

Entry = dict[str, Any]


class CallLog:
    def __init__(self, path: str) -> None:
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._last: dict[tuple[str, ...], str] = {}
        try:
            with open(path, encoding='utf-8') as file:
                self._entries = [json.loads(line) for line in file if line.endswith('\n')]
        except FileNotFoundError:
            pass
        self._file = open(path, 'a', encoding='utf-8', buffering=1)

    def add(self, outcome: str, account: str, region: str, service: str, operation: str, about: str, text: str = '') -> None:
        key = (account, region, service, operation, about)
        with self._lock:
            # A refusal is repeated at every attempt: said once.
            if outcome != 'ok' and self._last.get(key) == text:
                return
            self._last[key] = text if outcome != 'ok' else ''
            entry = {
                'number': len(self._entries) + 1, 'time': round(time.time(), 3), 'account': account, 'region': region,
                'service': service, 'operation': operation, 'object': about, 'outcome': outcome, 'text': text,
            }
            self._entries.append(entry)
            self._file.write(json.dumps(entry) + '\n')
        say(outcome, f'{account}/{region} {service} {operation}', about, text)

    def close(self) -> None:
        self._file.close()

    def entries(self, after: int = 0) -> list[Entry]:
        with self._lock:
            return self._entries[after:]


_said = threading.Lock()


def say(what: str, *words: str) -> None:
    line = ' '.join([time.strftime('%H:%M:%S'), f'{what:8}', *[word for word in words if word]])
    with _said:
        print(line, flush=True)
