"""The ways in which a look ends early. Each may carry what was seen until then."""
from typing import Any


class Ended(Exception):
    """What the look has of the object at this point, if anything."""

    resource: Any = None

    def seen(self, resource: Any) -> 'Ended':
        self.resource = resource
        return self

    @property
    def whole(self) -> str:
        return str(self)


class AwsError(Ended):
    """A refusal by AWS."""

    def __init__(self, code: str, text: str, known: bool = False, place: str = '') -> None:
        # Errors that the model of the operation describes are told without a preface.
        super().__init__(f'{code}: {text}' if known else f'api error {code}: {text}')
        self.code, self.text, self._place = code, text, place

    @property
    def whole(self) -> str:
        """With the operation and the answer that it comes from."""
        return f'{self._place}{self}'


class ParamError(Ended):
    """Parameters that the API does not have or allow."""


class TerminalError(Ended):
    """Only another spec can help."""


class InTerminalCondition(Ended):
    """The object says so already; it is not looked at again before it changes."""

    def __init__(self) -> None:
        super().__init__('resource is in terminal condition')


class NotFound(Ended):
    """AWS has no such thing."""


class Requeue(Ended):
    """Not done yet: look again after some seconds of the real controllers, or after the next wait of a failing object."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


class NotReady(Ended):
    """A reference, or a role, that is not there yet."""

    def __init__(self, why: str, terminal_target: bool = False) -> None:
        super().__init__(why)
        self.terminal_target = terminal_target
