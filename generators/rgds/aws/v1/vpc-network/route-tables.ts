import { only, when } from '../../../../kro/cel-text.ts';
import type { RgdResource } from '../../../../model/rgd.ts';
import { STAYING_GATEWAYS } from './nat.ts';
import { OWN, VPC_ID } from './vpc.ts';

const routeTable = (name: string, routes: unknown) => ({
  apiVersion: 'ec2.services.k8s.aws/v1alpha1',
  kind: 'RouteTable',
  metadata: { name },
  spec: { vpcID: VPC_ID, routes },
});

const publicRouteTable: RgdResource = {
  id: 'publicRouteTable',
  forEach: [{ tableName: when(`${OWN} && size(schema.spec.publicSubnets) > 0`, 'schema.spec.name + "-public"') }],
  template: routeTable('${tableName}', [
    { destinationCIDRBlock: '0.0.0.0/0', gatewayID: `\${${only('internetGateway', 'status.internetGatewayID')}}` },
  ]),
};

/** One for each zone, also where all share a NAT gateway: another `nat` then changes a route and replaces no table. */
const privateRouteTables: RgdResource = {
  id: 'privateRouteTables',
  forEach: [{ subnet: `\${${OWN} ? schema.spec.privateSubnets : []}` }],
  template: routeTable(
    '${schema.spec.name}-private-${subnet.az}',
    `\${${STAYING_GATEWAYS}.filter(it, schema.spec.nat == "single" || it.metadata.name == schema.spec.name + "-" + subnet.az).map(it, {"destinationCIDRBlock": "0.0.0.0/0", "natGatewayID": it.status.natGatewayID})}`,
  ),
};

const intraRouteTable: RgdResource = {
  id: 'intraRouteTable',
  forEach: [{ tableName: when(`${OWN} && size(schema.spec.intraSubnets) > 0`, 'schema.spec.name + "-intra"') }],
  template: routeTable('${tableName}', []),
};

const gatewaysIn = (routes: string) => `${routes}.orValue([]).map(r, r.?natGatewayID.orValue(""))`;
const STAYING_IDS = `(${STAYING_GATEWAYS}.map(g, g.status.natGatewayID) + [""])`;

/**
 * There once no route leads to a gateway that is to go, neither in what is asked for nor in what AWS has. kro removes
 * nothing as long as something waits ("no such key"), so routes change first and gateways go after.
 */
const egressMark: RgdResource = {
  id: 'egressMark',
  forEach: [{ markName: when(OWN, 'schema.spec.name + "-egress"') }],
  template: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: '${markName}' },
    data: {
      routes: `\${{true: "settled"}[privateRouteTables.all(t, (${gatewaysIn('t.spec.?routes')} + ${gatewaysIn('t.?status.?routeStatuses')}).all(id, id in ${STAYING_IDS}))]}`,
    },
  },
};

export const routeTableNodes = [publicRouteTable, privateRouteTables, intraRouteTable, egressMark];
