"""EKS: pod identity associations."""
from typing import Any

from ..errors import AwsError
from ..registry import effect
from ..service import Scene
from ..trust import check_trust
from .clusters import invalid
from .parts import made_at, new_part, part_arn
from .store import active_cluster, cluster, digest, part, parts, put_part

Params = dict[str, Any]


def _check_pod_role(scene: Scene, params: Params) -> None:
    check_trust(scene, params['roleArn'], 'pods.eks.amazonaws.com', invalid(
        f"Trust policy of {params['roleArn']} should include Service Principal pods.eks.amazonaws.com, or the role does not exist in the "
        'account of the cluster'))


@effect('eks', 'CreatePodIdentityAssociation')
def create_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    active_cluster(scene, params['clusterName'])
    _check_pod_role(scene, params)
    account = (params['namespace'], params['serviceAccount'])
    if any((p['spec']['namespace'], p['spec']['serviceAccount']) == account for p in parts(scene, 'pod-identity', params['clusterName'])):
        raise AwsError('ResourceInUseException', f'Association already exists for service account {"/".join(account)}')
    name = 'a-' + digest(*scene.place, params['clusterName'], *account, str(scene.store.next('associations')))[:17]
    return {'association': _association(new_part(scene, 'pod-identity', params['clusterName'], name, {'disableSessionTags': False} | params))}


def _association(thing: Params) -> Params:
    arn = part_arn(thing, 'podidentityassociation', thing['name'])
    return thing['spec'] | {'associationId': thing['name'], 'associationArn': arn, 'createdAt': made_at(thing)}


@effect('eks', 'DescribePodIdentityAssociation')
def describe_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    cluster(scene, params['clusterName'])
    return {'association': _association(part(scene, 'pod-identity', params['clusterName'], params['associationId']))}


@effect('eks', 'UpdatePodIdentityAssociation')
def update_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    thing = part(scene, 'pod-identity', params['clusterName'], params['associationId'])
    if 'roleArn' in params:
        _check_pod_role(scene, params)
    thing['spec'] |= params
    put_part(scene, 'pod-identity', thing)
    return {'association': _association(thing)}


@effect('eks', 'DeletePodIdentityAssociation')
def delete_pod_identity(scene: Scene, params: Params, answer: Params) -> Params:
    thing = part(scene, 'pod-identity', params['clusterName'], params['associationId'])
    scene.store.drop('pod-identity', *scene.place, params['clusterName'], params['associationId'])
    return {'association': _association(thing)}
