"""What happens, a line each on stdout."""
import threading
import time

_said = threading.Lock()


def say(what: str, *words: str) -> None:
    line = ' '.join([time.strftime('%H:%M:%S'), f'{what:8}', *[word for word in words if word]])
    with _said:
        print(line, flush=True)
