"""What IAM, KMS and CloudWatch Logs refuse and moto does not."""
import json
from typing import Any

from cloud import Scene
from eks_store import clusters, parts
from errors import AwsError
from registry import effect, rule

Params = dict[str, Any]


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


@rule('iam', 'DeleteRole')
def delete_role(scene: Scene, params: Params) -> None:
    """AWS itself refuses for roles of nodes alone, which are in an instance profile; a cluster without its role is half dead."""
    arn_end = f":role/{params['RoleName']}"
    users = [f"cluster {c['name']}" for c in clusters(scene, everywhere=True) if c['spec']['roleArn'].endswith(arn_end)]
    users += [f"node group {g['cluster']}/{g['name']}" for g in parts(scene, 'nodegroup', everywhere=True)
              if g['spec']['nodeRole'].endswith(arn_end)]
    users += [f"pod identity of {p['cluster']}" for p in parts(scene, 'pod-identity', everywhere=True)
              if p['spec']['roleArn'].endswith(arn_end)]
    if users:
        raise AwsError('DeleteConflict', f'Cannot delete entity, it is in use by {", ".join(users[:4])}.')


@rule('kms', 'ScheduleKeyDeletion')
def schedule_key_deletion(scene: Scene, params: Params) -> None:
    """AWS would let it happen, and the cluster could not read its secrets."""
    for cluster in clusters(scene):
        if params['KeyId'] in json.dumps(cluster['spec'].get('encryptionConfig', [])):
            raise AwsError('KMSInvalidStateException', f"{params['KeyId']} encrypts the secrets of cluster {cluster['name']}")


@rule('kms', 'CreateAlias', 'UpdateAlias', 'EnableKeyRotation')
def use_key(scene: Scene, params: Params) -> None:
    check_key(scene, params.get('TargetKeyId') or params['KeyId'], 'KMSInvalidStateException')


def check_key(scene: Scene, key: str, code: str) -> None:
    try:
        state = scene.ask('kms', 'DescribeKey', KeyId=key)['KeyMetadata']['KeyState']
    except AwsError as error:
        raise AwsError(code, f'{key}: {error}') from None
    if state != 'Enabled':
        raise AwsError(code, f'{key} is {state}')


@effect('logs', 'DeleteLogGroup')
def log_group_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    """EKS makes the group of a cluster that lives again, without retention, and then it belongs to nobody."""
    for cluster in clusters(scene):
        if params['logGroupName'] == f"/aws/eks/{cluster['name']}/cluster" and logs_something(cluster['spec']):
            scene.ask('logs', 'CreateLogGroup', logGroupName=params['logGroupName'])
            scene.note('LogGroupMadeByEKS', cluster['about'], params['logGroupName'])
    return answer


def logs_something(spec: Params) -> bool:
    return any(entry.get('enabled') and entry.get('types') for entry in spec.get('logging', {}).get('clusterLogging', []))
