import { only, when } from '../../../../kro/cel-text.ts';
import type { RgdResource } from '../../../../model/rgd.ts';

/** Holds for a VPC of ours. */
export const OWN = 'schema.spec.cidr != ""';
export const VPC_ID = `\${${only('vpc', 'status.vpcID')}}`;

const vpc: RgdResource = {
  id: 'vpc',
  forEach: [{ vpcName: when(OWN, 'schema.spec.name') }],
  state: { state: 'available' },
  // What runs in it finds it so: names are not unique in an account.
  tags: { 'wheelwright.dev/network': '${schema.metadata.namespace}' },
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'VPC',
    metadata: { name: '${vpcName}' },
    spec: {
      cidrBlocks: ['${schema.spec.cidr}'],
      enableDNSHostnames: true,
      enableDNSSupport: true,
      instanceTenancy: 'default',
    },
  },
};

const internetGateway: RgdResource = {
  id: 'internetGateway',
  forEach: [{ gatewayName: when(`${OWN} && size(schema.spec.publicSubnets) > 0`, 'schema.spec.name') }],
  readyWhen: ['it.?status.?attachments.orValue([]).exists(a, a.?state.orValue("") == "available")'],
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'InternetGateway',
    metadata: { name: '${gatewayName}' },
    spec: { vpc: VPC_ID },
  },
};

/** Keeps the traffic of image layers off the NAT gateways; costs nothing. */
const s3Endpoint: RgdResource = {
  id: 's3Endpoint',
  forEach: [{ endpointName: when(`${OWN} && schema.spec.s3Endpoint`, 'schema.spec.name + "-s3"') }],
  state: { state: 'available' },
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'VPCEndpoint',
    metadata: { name: '${endpointName}' },
    spec: {
      vpcID: VPC_ID,
      vpcEndpointType: 'Gateway',
      serviceName: 'com.amazonaws.${schema.spec.region}.s3',
      routeTableIDs:
        '${privateRouteTables.map(it, it.status.routeTableID) + intraRouteTable.map(it, it.status.routeTableID)}',
    },
  },
};

export const vpcNodes = [vpc, internetGateway, s3Endpoint];
