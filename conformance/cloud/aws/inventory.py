"""What exists in AWS, by account and region: what moto has, and what the model here has."""
from typing import Any

from .eks.store import PARTS, clusters, parts
from .network.questions import nat_state, nats
from .service import Aws, Scene, Who

Inventory = dict[str, list[str]]

# moto makes a default network in every region; a key that waits for its end counts as gone.
_LISTS = (
    ('vpc', 'ec2', 'DescribeVpcs', 'Vpcs', 'VpcId', lambda i: not i['IsDefault']),
    ('subnet', 'ec2', 'DescribeSubnets', 'Subnets', 'SubnetId', lambda i: not i['DefaultForAz']),
    ('internet-gateway', 'ec2', 'DescribeInternetGateways', 'InternetGateways', 'InternetGatewayId', lambda i: True),
    ('address', 'ec2', 'DescribeAddresses', 'Addresses', 'AllocationId', lambda i: True),
    ('route-table', 'ec2', 'DescribeRouteTables', 'RouteTables', 'RouteTableId', lambda i: not any(a.get('Main') for a in i['Associations'])),
    ('vpc-endpoint', 'ec2', 'DescribeVpcEndpoints', 'VpcEndpoints', 'VpcEndpointId', lambda i: i['State'] != 'deleted'),
    ('log-group', 'logs', 'DescribeLogGroups', 'logGroups', 'logGroupName', lambda i: True),
    ('alias', 'kms', 'ListAliases', 'Aliases', 'AliasName', lambda i: not i['AliasName'].startswith('alias/aws/')),
)
_GLOBAL_LISTS = (
    ('role', 'iam', 'ListRoles', 'Roles', 'RoleName', lambda i: not i['Path'].startswith('/aws-service-role/')),
    ('oidc-provider', 'iam', 'ListOpenIDConnectProviders', 'OpenIDConnectProviderList', 'Arn', lambda i: True),
)


def inventory(cloud: Aws) -> dict[str, Inventory]:
    """`{"222222222222/us-west-2": {"vpc": ["vpc-…"]}, "222222222222/global": {"role": […]}}` of the places where calls were made."""
    places = sorted({(entry['account'], entry['region']) for entry in cloud.log.entries() if entry['service'] != 'aws'})
    found: dict[str, Inventory] = {}
    with cloud.lock:
        for account, region in places:
            scene = Scene(cloud, Who(account, region))
            found[f'{account}/{region}'] = _without_empty(_lists(scene, _LISTS) | {'key': _keys(scene)} | _model(scene))
            found[f'{account}/global'] = _without_empty(_lists(scene, _GLOBAL_LISTS))
    return found


def _lists(scene: Scene, lists: Any) -> Inventory:
    return {name: sorted(item[field] for item in scene.ask(service, operation)[member] if counts(item))
            for name, service, operation, member, field, counts in lists}


def _keys(scene: Scene) -> list[str]:
    keys = [scene.ask('kms', 'DescribeKey', KeyId=key['KeyId'])['KeyMetadata'] for key in scene.ask('kms', 'ListKeys')['Keys']]
    return sorted(key['KeyId'] for key in keys if key['KeyState'] != 'PendingDeletion' and key['KeyManager'] == 'CUSTOMER')


def _model(scene: Scene) -> Inventory:
    model = {'nat-gateway': [f'{name} {nat_state(nat)}' for name, nat in nats(scene).items()],
             'cluster': [f"{c['name']} {c['state']} {c['spec']['version']}" for c in clusters(scene)]}
    for kind in PARTS:
        model[kind] = [f"{p['cluster']}/{p['name']} {p['state']}" for p in parts(scene, kind)]
    return model


def _without_empty(found: Inventory) -> Inventory:
    return {name: items for name, items in found.items() if items}


