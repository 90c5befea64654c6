"""Questions about roles and keys."""
import json
from typing import Any

from .errors import AwsError
from .service import Scene


def check_trust(scene: Scene, arn: str, service: str, refusal: AwsError) -> None:
    """A role of the account that a service may assume, or the refusal."""
    fields = arn.split(':')
    if len(fields) != 6 or fields[4] != scene.who.account or not fields[5].startswith('role/'):
        raise refusal
    try:
        role = scene.ask('iam', 'GetRole', RoleName=fields[5].rsplit('/', 1)[1])['Role']
    except AwsError:
        raise refusal from None
    if role['Arn'] != arn or service not in _trusted(role['AssumeRolePolicyDocument']):
        raise refusal


def _trusted(document: Any) -> set[str]:
    policy = json.loads(document) if isinstance(document, str) else document
    found = set()
    for statement in policy['Statement']:
        services = statement.get('Principal', {}).get('Service', []) if statement['Effect'] == 'Allow' else []
        found |= {services} if isinstance(services, str) else set(services)
    return found


def check_key(scene: Scene, key: str, code: str) -> None:
    try:
        state = scene.ask('kms', 'DescribeKey', KeyId=key)['KeyMetadata']['KeyState']
    except AwsError as error:
        raise AwsError(code, f'{key}: {error}') from None
    if state != 'Enabled':
        raise AwsError(code, f'{key} is {state}')
