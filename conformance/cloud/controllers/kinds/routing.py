"""ec2: route tables and VPC endpoints."""
from .. import conditions
from ..delta import Delta
from ..look import Look
from ..manager import Manager
from ..params import observed_list, to_params
from ..resource import Resource
from .ec2_tags import sync
from .kind import Kind, Object, Ref

Route = Object
_IN_VPC = Ref('vpcID', 'vpcRef', 'ec2', 'VPC', 'status.vpcID', required=True)


def _routed(routes: list[Route] | None) -> list[Route]:
    """Without the route into the VPC itself, which nobody makes."""
    return [route for route in routes or [] if route.get('gatewayID') != 'local']


def _of_others(look: Look, routes: list[Route]) -> list[Route]:
    """Routes by prefix list belong to the endpoints that AWS makes them for."""
    routes = _routed(routes)
    named = [route['destinationPrefixListID'] for route in routes if route.get('destinationPrefixListID')]
    lists = look.call('DescribeManagedPrefixLists', **({'PrefixListIds': named} if named else {}))['PrefixLists']
    of_aws = {one['PrefixListId'] for one in lists if one.get('OwnerId') == 'AWS'}
    return [route for route in routes if route.get('destinationPrefixListID') not in of_aws]


def _created(look: Look, desired: Resource, made: Resource) -> None:
    if desired.spec.get('routes'):
        for route in _of_others(look, desired.spec['routes']):
            _create(look, made, route)
        made.spec['routes'] = _routed(desired.spec['routes'])


def _create(look: Look, table: Resource, route: Route) -> None:
    look.call('CreateRoute', RouteTableId=table.status['routeTableID'], **to_params(route, look.shape('CreateRoute'), {}))


def _delete(look: Look, table: Resource, route: Route) -> None:
    look.call('DeleteRoute', RouteTableId=table.status['routeTableID'], **to_params(route, look.shape('DeleteRoute'), {}))


def _read(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    routes = observed_list(item.get('Routes') or [], look.shape('CreateRoute'))
    for route in routes:
        if str(route.get('gatewayID', '')).startswith('vpce-'):
            route['vpcEndpointID'] = route.pop('gatewayID')
    observed.spec['routes'] = routes


def _without_local(desired: Resource, seen: Resource) -> None:
    for side in (desired, seen):
        side.spec['routes'] = _routed(side.spec.get('routes'))


def _compare(desired: Resource, seen: Resource, delta: Delta) -> None:
    if any(_changes(desired.spec['routes'], seen.spec['routes'])):
        delta.add('routes')


def _changes(desired: list[Route], seen: list[Route]) -> tuple[list[Route], list[Route]]:
    bare = [{name: value for name, value in route.items() if not name.endswith('Ref')} for route in desired]
    return [route for route in bare if route not in seen], [route for route in seen if route not in bare]


def _update(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    updated = desired.copy()
    if delta.at('tags'):
        sync(look, seen.status['routeTableID'], desired, seen)
    if delta.at('routes'):
        old = _of_others(look, seen.spec['routes'])
        added, removed = _changes(_of_others(look, desired.spec['routes']), old)
        for route in removed:
            _delete(look, seen, route)
        for route in added:
            _create(look, seen, route)
        updated.status = Manager(look).find(desired).status
    return updated


def _endpoint_created(look: Look, desired: Resource, made: Resource) -> None:
    conditions.set_synced(made, 'False')


def _read_endpoint(look: Look, given: Resource, observed: Resource, item: Object) -> None:
    if observed.status.get('state') == 'pending':
        conditions.set_synced(observed, 'False')


def _update_endpoint(look: Look, desired: Resource, seen: Resource, delta: Delta) -> Resource:
    identifier = seen.status['vpcEndpointID']
    if delta.at('tags'):
        sync(look, identifier, desired, seen)
    if not delta.besides('tags'):
        return desired
    change: Object = {}
    for field, member in (('subnetIDs', 'SubnetIds'), ('routeTableIDs', 'RouteTableIds'), ('securityGroupIDs', 'SecurityGroupIds')):
        if delta.at(field):
            new, old = desired.spec.get(field) or [], seen.spec.get(field) or []
            lists = {f'Add{member}': [one for one in new if one not in old], f'Remove{member}': [one for one in old if one not in new]}
            change |= {name: value for name, value in lists.items() if value}
    plain = {field: desired.spec[field] for field in ('policyDocument', 'privateDNSEnabled', 'ipAddressType', 'dnsOptions')
             if delta.at(field) and desired.spec.get(field) is not None}
    look.call('ModifyVpcEndpoint', VpcEndpointId=identifier, **change, **to_params(plain, look.shape('ModifyVpcEndpoint'), {}))
    return desired.copy()


ROUTE_TABLE = Kind(
    kind='RouteTable', plural='routetables', service='ec2', tags='pairs', tag_type='route-table', create='CreateRouteTable',
    read='DescribeRouteTables', delete='DeleteRouteTable', read_params={'RouteTableIds': ['$status.routeTableID']},
    delete_params={'RouteTableId': '$status.routeTableID'},
    found='RouteTables', made='RouteTable', spec=('tags', 'vpcID'), answered=('tags', 'vpcID'),
    refs=(_IN_VPC, Ref('routes[].gatewayID', 'routes[].gatewayRef', 'ec2', 'InternetGateway', 'status.internetGatewayID'),
          Ref('routes[].natGatewayID', 'routes[].natGatewayRef', 'ec2', 'NATGateway', 'status.natGatewayID')),
    status=('routeTableID', 'associations', 'ownerID', 'propagatingVGWs'), status_from={'routeStatuses': 'routes'},
    after_create=_created, after_read=_read, before_compare=_without_local, after_compare=_compare, update=_update, uncompared=frozenset({'routes'}))

_ENDPOINT = ('dnsOptions', 'ipAddressType', 'policyDocument', 'privateDNSEnabled', 'routeTableIDs', 'serviceName', 'serviceNetworkARN',
             'serviceRegion',
             'subnetIDs', 'tags', 'vpcEndpointType', 'vpcID')

VPC_ENDPOINT = Kind(
    kind='VPCEndpoint', plural='vpcendpoints', service='ec2', tags='pairs', tag_type='vpc-endpoint', create='CreateVpcEndpoint',
    read='DescribeVpcEndpoints', delete='DeleteVpcEndpoints', read_params={'VpcEndpointIds': ['$status.vpcEndpointID']},
    delete_params={'VpcEndpointIds': ['$status.vpcEndpointID']}, found='VpcEndpoints', made='VpcEndpoint', spec=_ENDPOINT, answered=_ENDPOINT,
    refs=(_IN_VPC, Ref('routeTableIDs', 'routeTableRefs', 'ec2', 'RouteTable', 'status.routeTableID'),
          Ref('subnetIDs', 'subnetRefs', 'ec2', 'Subnet', 'status.subnetID')),
    status=('vpcEndpointID', 'state', 'creationTimestamp', 'dnsEntries', 'groups', 'lastError', 'networkInterfaceIDs', 'ownerID', 'requesterManaged'),
    after_create=_endpoint_created, after_read=_read_endpoint, update=_update_endpoint, documents=frozenset({'policyDocument'}),
    late=('policyDocument',), terminal=frozenset({'InvalidVpcId.Malformed', 'InvalidServiceName'}))
