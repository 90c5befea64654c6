"""What IAM, KMS and CloudWatch Logs refuse or answer and moto does not."""
import json
from typing import Any

from .eks.logging import enabled_types
from .eks.store import clusters, parts
from .errors import AwsError
from .registry import effect, rule
from .service import Scene
from .trust import check_key

Params = dict[str, Any]


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


@effect('iam', 'CreateOpenIDConnectProvider')
def provider_created(scene: Scene, params: Params, answer: Params) -> Params:
    return answer | {'Tags': params.get('Tags', [])}


@effect('logs', 'DeleteLogGroup')
def log_group_deleted(scene: Scene, params: Params, answer: Params) -> Params:
    """EKS makes the group of a cluster that lives again, without retention, and then it belongs to nobody."""
    for cluster in clusters(scene):
        if params['logGroupName'] == f"/aws/eks/{cluster['name']}/cluster" and enabled_types(cluster['spec']['logging']):
            scene.ask('logs', 'CreateLogGroup', logGroupName=params['logGroupName'])
            scene.note('LogGroupMadeByEKS', cluster['about'], params['logGroupName'])
    return answer
