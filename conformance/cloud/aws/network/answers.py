"""What EC2 answers and moto leaves out: each makes a controller write into an object, or call again."""
from typing import Any

from ..registry import effect
from ..service import Scene

Params = dict[str, Any]


@effect('ec2', 'ModifySubnetAttribute')
def subnet_modified(scene: Scene, params: Params, answer: Params) -> Params:
    if 'EnableDns64' in params:
        scene.store.put({'on': params['EnableDns64'].get('Value', False)}, 'dns64', *scene.place, params['SubnetId'])
    return answer


def _with_dns64(scene: Scene, subnet: Params) -> Params:
    kept = scene.store.get('dns64', *scene.place, subnet['SubnetId'])
    return subnet | {'EnableDns64': bool(kept and kept['on'])}


@effect('ec2', 'CreateSubnet')
def subnet_created(scene: Scene, params: Params, answer: Params) -> Params:
    return answer | {'Subnet': _with_dns64(scene, answer['Subnet'])}


@effect('ec2', 'DescribeSubnets')
def subnets_described(scene: Scene, params: Params, answer: Params) -> Params:
    return answer | {'Subnets': [_with_dns64(scene, subnet) for subnet in answer['Subnets']]}


def _pools(scene: Scene) -> Params:
    return {'NetworkBorderGroup': scene.who.region, 'PublicIpv4Pool': 'amazon'}


@effect('ec2', 'AllocateAddress')
def address_allocated(scene: Scene, params: Params, answer: Params) -> Params:
    return answer | _pools(scene)


@effect('ec2', 'DescribeAddresses')
def addresses_described(scene: Scene, params: Params, answer: Params) -> Params:
    return answer | {'Addresses': [address | _pools(scene) for address in answer['Addresses']]}
