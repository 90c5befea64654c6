import type { RgdResource } from '../../../../../model/rgd.ts';

const apiVersion = 'kro.run/v1alpha1';

/** Of one name with what `network` reads, by construction; the empty text is there because an iterator must appear in the name. */
const ownNetwork: RgdResource = {
  id: 'ownNetwork',
  forEach: [{ own: '${schema.spec.ownNetwork}' }],
  template: {
    apiVersion,
    kind: 'VPCNetwork',
    metadata: {
      name: '${schema.spec.network.name + own.cidr.substring(0, 0)}',
      namespace: '${schema.spec.network.namespace}',
    },
    spec: {
      name: '${schema.spec.network.name}',
      region: '${schema.spec.region}',
      cidr: '${own.cidr}',
      publicSubnets: '${own.publicSubnets}',
      privateSubnets: '${own.privateSubnets}',
      intraSubnets: '${own.intraSubnets}',
      nat: '${own.nat}',
      s3Endpoint: '${own.s3Endpoint}',
      existing: '${own.existing}',
      deletionPolicy: '${schema.spec.deletionPolicy}',
      tags: '${schema.spec.tags}',
    },
  },
};

/** Own, shared or existing: read in one way, so nothing else in this graph knows the difference. */
const network: RgdResource = {
  id: 'network',
  externalRef: {
    apiVersion,
    kind: 'VPCNetwork',
    metadata: { name: '${schema.spec.network.name}', namespace: '${schema.spec.network.namespace}' },
  },
};

/** CEL: identifiers of the subnets in the given zones, in the order of the zones; all of them where none is given. */
export function inZones(subnets: string, zones: string): string {
  return `size(${zones}) == 0 ? ${subnets}.map(s, s.id) : ${zones}.map(z, ${subnets}.filter(s, s.az == z).map(s, s.id)).flatten()`;
}

export const networkNodes = [ownNetwork, network];
