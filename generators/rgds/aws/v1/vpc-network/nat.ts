import type { RgdResource } from '../../../../model/rgd.ts';
import { OWN } from './vpc.ts';

/** Zones with a NAT gateway: that of the first public subnet for `single`, so a zone that is added behind it moves nothing. */
const ZONES =
  `(!(${OWN}) || schema.spec.nat == "none" ? [] : ` +
  'schema.spec.nat == "single" && size(schema.spec.publicSubnets) > 1 ? schema.spec.publicSubnets.map(s, s.az).slice(0, 1) : ' +
  'schema.spec.publicSubnets.map(s, s.az))';
const zones = `\${${ZONES}}`;

/** CEL: the gateways that are to be. kro still shows those that it will remove where none is left. */
export const STAYING_GATEWAYS = `natGateways.filter(g, ${ZONES}.exists(z, g.metadata.name == schema.spec.name + "-" + z))`;

const elasticIPs: RgdResource = {
  id: 'elasticIPs',
  forEach: [{ zone: zones }],
  // A mapped address blocks the detachment of the internet gateway.
  needs: ['internetGateway'],
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'ElasticIPAddress',
    metadata: { name: '${schema.spec.name}-nat-${zone}' },
    spec: {},
  },
};

const natGateways: RgdResource = {
  id: 'natGateways',
  forEach: [{ zone: zones }],
  state: { state: 'available' },
  // A failed gateway is never Terminal: without this it would wait in silence.
  faults: 'it.?status.?failureMessage.optMap(m, [m]).orValue([])',
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'NATGateway',
    metadata: { name: '${schema.spec.name}-${zone}' },
    spec: {
      connectivityType: 'public',
      subnetID: '${publicSubnets.filter(it, it.spec.availabilityZone == zone).map(it, it.status.subnetID).join("")}',
      allocationID:
        '${elasticIPs.filter(it, it.metadata.name == schema.spec.name + "-nat-" + zone).map(it, it.status.allocationID).join("")}',
    },
  },
};

export const natNodes = [elasticIPs, natGateways];
