"""Things in AWS that were there before us: a VPC with subnets, under identifiers of one's choice."""
import re
from typing import Any

from .store import Store

Seed = dict[str, Any]


def plant(store: Store, seed: Seed) -> Seed:
    """`{account, region, vpc?, subnets: [{id?, az}]}`, answered with all identifiers."""
    account, region = str(seed['account']), str(seed['region'])
    vpc = seed.get('vpc') or f'vpc-{store.next("seeds"):017x}'
    _check('vpc', vpc)
    subnets = []
    for subnet in seed.get('subnets', []):
        name = subnet.get('id') or f'subnet-{store.next("seeds"):017x}'
        _check('subnet', name)
        place = {'vpc': vpc, 'az': subnet['az'], 'seeded': True}
        store.put(place, 'seed-subnet', account, region, name)
        subnets.append({'id': name, 'az': subnet['az']})
    store.put({'vpc': vpc}, 'seed-vpc', account, region, vpc)
    return {'account': account, 'region': region, 'vpc': vpc, 'subnets': subnets}


def _check(kind: str, name: str) -> None:
    if not re.fullmatch(f'{kind}-[0-9a-z]{{8,17}}', name):
        raise ValueError(f'{name} is no identifier of a {kind}')
