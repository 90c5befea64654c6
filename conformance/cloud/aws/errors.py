"""What AWS answers in the place of a result."""


class AwsError(Exception):
    """A refusal. `fault`: asked for by a test; `invalid`: the service model does not allow the request."""

    def __init__(self, code: str, text: str, outcome: str = 'refused') -> None:
        super().__init__(f'{code}: {text}')
        self.code, self.message, self.outcome = code, text, outcome
