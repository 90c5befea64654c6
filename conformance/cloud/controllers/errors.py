"""The ways in which a reconcile ends early."""


class AwsError(Exception):
    """A refusal by AWS."""

    def __init__(self, code: str, text: str):
        super().__init__(f'api error {code}: {text}')
        self.code = code


class ParamError(Exception):
    """Parameters that the API does not have or allow."""


class Terminal(Exception):
    """Only another spec can help."""


class Requeue(Exception):
    """Not done yet: look again after some seconds, or after the next wait of a failing object."""

    def __init__(self, why: str, after: float | None = None, synced: str | None = None):
        super().__init__(why)
        self.after, self.synced = after, synced


class NotReady(Exception):
    """A reference, or a role, that is not there yet."""

    def __init__(self, why: str, terminal_target: bool = False):
        super().__init__(why)
        self.terminal_target = terminal_target
