"""What the stand-in adds to an operation of AWS: a rule before it (may refuse), an effect after it (may answer)."""
from collections.abc import Callable
from typing import Any

Rule = Callable[[Any, dict[str, Any]], None]
Effect = Callable[[Any, dict[str, Any], dict[str, Any]], dict[str, Any]]

rules: dict[tuple[str, str], Rule] = {}
effects: dict[tuple[str, str], Effect] = {}


def rule(service: str, *operations: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        rules.update({(service, operation): function for operation in operations})
        return function
    return register


def effect(service: str, *operations: str) -> Callable[[Effect], Effect]:
    def register(function: Effect) -> Effect:
        effects.update({(service, operation): function for operation in operations})
        return function
    return register


_MOTO_LACKS = {('iam', 'AddClientIDToOpenIDConnectProvider'), ('iam', 'RemoveClientIDFromOpenIDConnectProvider')}


def moto_plays(service: str, operation: str) -> bool:
    return service != 'eks' and (service, operation) not in _MOTO_LACKS
