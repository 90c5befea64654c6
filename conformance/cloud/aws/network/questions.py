"""Questions about networks, whoever made them: the controllers in moto, or somebody before us (`seed`)."""
import time
from typing import Any

from ..errors import AwsError
from ..service import Scene


def subnet(scene: Scene, subnet_id: str) -> dict[str, Any] | None:
    """Its `vpc` and `az`; None where the account has none of that name in the region."""
    seeded = scene.store.get('seed-subnet', *scene.place, subnet_id)
    if seeded:
        return seeded
    try:
        found = scene.ask('ec2', 'DescribeSubnets', SubnetIds=[subnet_id])['Subnets']
    except AwsError:
        return None
    return {'vpc': found[0]['VpcId'], 'az': found[0]['AvailabilityZone'], 'seeded': False} if found else None


def nats(scene: Scene) -> dict[str, dict[str, Any]]:
    """NAT gateways that still hold their address and interface, those that are being deleted too."""
    found = {}
    for key, nat in scene.store.all('nat', *scene.place):
        if nat['gone'] is not None and nat['gone'] <= time.time():
            scene.store.drop('nat', key)
            scene.note('NatGatewayDeleted', nat['about'])
        else:
            found[key.rsplit('/', 1)[1]] = nat
    return found


def nat_state(nat: dict[str, Any]) -> str:
    if nat['gone'] is not None:
        return 'deleting'
    if time.time() < nat['ready']:
        return 'pending'
    return 'failed' if nat['failure'] else 'available'


def attached_gateway(scene: Scene, vpc: str) -> str | None:
    filters = [{'Name': 'attachment.vpc-id', 'Values': [vpc]}]
    found = scene.ask('ec2', 'DescribeInternetGateways', Filters=filters)['InternetGateways']
    return found[0]['InternetGatewayId'] if found else None


def route_table(scene: Scene, subnet_id: str, vpc: str) -> dict[str, Any]:
    """The table that a subnet uses: its own, or else the main one."""
    def tables(name: str, value: str) -> list[dict[str, Any]]:
        return scene.ask('ec2', 'DescribeRouteTables', Filters=[{'Name': name, 'Values': [value]}])['RouteTables']
    own = tables('association.subnet-id', subnet_id)
    if own:
        return own[0]
    return next(t for t in tables('vpc-id', vpc) if any(a.get('Main') for a in t['Associations']))


def why_no_way_out(scene: Scene, subnet_id: str) -> str:
    """Empty where the default route of a subnet leads somewhere, or where it has none on purpose."""
    place = subnet(scene, subnet_id)
    if place is None:
        return f'subnet {subnet_id} is gone'
    if place['seeded']:
        return ''
    route = _default_route(route_table(scene, subnet_id, place['vpc']))
    if route is None:
        return ''
    nat_id = route.get('NatGatewayId')
    if not nat_id:
        return '' if attached_gateway(scene, place['vpc']) else f'the gateway of {subnet_id} is not attached'
    nat = nats(scene).get(nat_id)
    if nat is None or nat_state(nat) != 'available':
        return f'{nat_id}, the way out of {subnet_id}, is not available'
    way = _default_route(route_table(scene, nat['subnet'], place['vpc']))
    if way is None or not way.get('GatewayId', '').startswith('igw-'):
        return f'{nat_id}, the way out of {subnet_id}, is in a subnet without a route to an internet gateway'
    return ''


def _default_route(table: dict[str, Any]) -> dict[str, Any] | None:
    return next((r for r in table['Routes'] if r.get('DestinationCidrBlock') == '0.0.0.0/0'), None)
