"""ec2: VPCs."""
from ..delta import Delta
from ..errors import Ended, Requeue
from ..look import Look
from ..resource import Resource
from .ec2_tags import sync
from .kind import Kind, Object

_ATTRIBUTES = {'enableDNSHostnames': 'EnableDnsHostnames', 'enableDNSSupport': 'EnableDnsSupport',
               'enableNetworkAddressUsageMetrics': 'EnableNetworkAddressUsageMetrics'}


def _primary_range(look: Look, desired: Resource, params: Object) -> None:
    params['CidrBlock'] = desired.spec['cidrBlocks'][0]


def _created(look: Look, desired: Resource, made: Resource) -> None:
    made.spec['cidrBlocks'] = desired.spec['cidrBlocks'][:1]
    try:
        _sync_ranges(look, desired, made)
    except Ended:
        # So does the controller: nobody is told.
        pass
    _show_ranges(made)
    for field in _ATTRIBUTES:
        if made.spec.get(field) is not None:
            _set_attribute(look, made, made, field)
    made.status['securityGroupDefaultRulesExist'] = _default_rules(look, made)


def _show_ranges(resource: Resource) -> None:
    resource.spec['cidrBlocks'] = [one['cidrBlock'] for one in resource.status.get('cidrBlockAssociationSet') or []]


def _sync_ranges(look: Look, desired: Resource, seen: Resource) -> None:
    new, old = desired.spec['cidrBlocks'], seen.spec['cidrBlocks']
    known = seen.status.get('cidrBlockAssociationSet') or []
    gone = [one for one in known if one['cidrBlock'] in old and one['cidrBlock'] not in new]
    for one in gone:
        look.call('DisassociateVpcCidrBlock', AssociationId=one['associationID'])
    added = []
    for block in (block for block in new if block not in old):
        answer = look.call('AssociateVpcCidrBlock', VpcId=seen.status['vpcID'], CidrBlock=block)['CidrBlockAssociation']
        added.append({'associationID': answer['AssociationId'], 'cidrBlock': answer['CidrBlock']})
    seen.status['cidrBlockAssociationSet'] = [one for one in known if one not in gone] + added


def _set_attribute(look: Look, of: Resource, desired: Resource, field: str) -> None:
    look.call('ModifyVpcAttribute', VpcId=of.status['vpcID'], **{_ATTRIBUTES[field]: {'Value': desired.spec[field]}})


def _default_rules(look: Look, resource: Resource) -> bool:
    """Whether the default security group still lets in its own and lets everything out."""
    filters = [{'Name': 'vpc-id', 'Values': [resource.status['vpcID']]}, {'Name': 'group-name', 'Values': ['default']}]
    groups = look.call('DescribeSecurityGroups', Filters=filters)['SecurityGroups']
    if not groups:
        raise Ended('default security group not found')
    rules = look.call('DescribeSecurityGroupRules', Filters=[{'Name': 'group-id', 'Values': [groups[0]['GroupId']]}])['SecurityGroupRules']
    return any(rule.get('IpProtocol') == '-1' and (rule.get('CidrIpv4') == '0.0.0.0/0' or rule.get('ReferencedGroupInfo')) for rule in rules)


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    _show_ranges(observed)
    for field, member in (('enableDNSSupport', 'enableDnsSupport'), ('enableDNSHostnames', 'enableDnsHostnames'),
                          ('enableNetworkAddressUsageMetrics', 'enableNetworkAddressUsageMetrics')):
        answer = look.call('DescribeVpcAttribute', VpcId=observed.status['vpcID'], Attribute=member)
        observed.spec[field] = answer[_ATTRIBUTES[field]]['Value']
    observed.spec['disallowSecurityGroupDefaultRules'] = not _default_rules(look, observed)
    states = {(one.get('cidrBlockState') or {}).get('state') for one in observed.status.get('cidrBlockAssociationSet') or []}
    if states & {'associating', 'disassociating'}:
        raise Requeue('VPC has CIDR blocks in transitional state, cannot be modified', 5).seen(observed)


def _defaults(desired: Resource, seen: Resource) -> None:
    for field, value in (('enableDNSHostnames', False), ('enableDNSSupport', True), ('disallowSecurityGroupDefaultRules', False)):
        if desired.spec.get(field) is None:
            desired.spec[field] = value


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated = desired.copy()
    if delta.at('cidrBlocks'):
        _sync_ranges(look, desired, seen)
    if seen.status.get('cidrBlockAssociationSet'):
        updated.status['cidrBlockAssociationSet'] = seen.status['cidrBlockAssociationSet']
    for field in ('enableDNSSupport', 'enableDNSHostnames', 'enableNetworkAddressUsageMetrics'):
        if delta.at(field) and desired.spec.get(field) is not None:
            _set_attribute(look, seen, desired, field)
    if delta.at('tags'):
        sync(look, seen.status['vpcID'], desired, seen)
    return updated


VPC = Kind(
    kind='VPC', plural='vpcs', service='ec2', tags='pairs', tag_type='vpc', create='CreateVpc', read='DescribeVpcs', delete='DeleteVpc',
    read_params={'VpcIds': ['$status.vpcID']}, delete_params={'VpcId': '$status.vpcID'}, found='Vpcs', made='Vpc',
    spec=('instanceTenancy', 'tags'), answered=('instanceTenancy', 'tags'),
    status=('vpcID', 'state', 'dhcpOptionsID', 'ownerID', 'isDefault', 'cidrBlockAssociationSet', 'ipv6CIDRBlockAssociationSet'),
    before_create=_primary_range, after_create=_created, after_read=_read, before_compare=_defaults, update=_update,
    late=('enableNetworkAddressUsageMetrics',), terminal=frozenset({'InvalidParameterValue'}), not_found=frozenset({'InvalidVpcID.NotFound'}))
