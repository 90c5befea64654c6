import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../../cel/evaluate/evaluate-expression.ts';
import argocd from '../../../delivery/argocd/index.ts';
import { vendoredKinds } from '../../../disk/vendored-kinds.ts';
import { checkGraph } from '../../../kro/check-graph.ts';
import type { Dependencies } from '../../../kro/graph/dependencies.ts';
import { kindsWith } from '../../../kro/kinds-with.ts';
import type { Rgd } from '../../../model/rgd.ts';
import { rgds } from '../../registry.ts';
import { renderRgd } from '../../render-rgd.ts';
import { withRegistration } from '../../with-registration.ts';
import eksCluster from './eks-cluster/index.ts';
import vpcNetwork from './vpc-network/index.ts';

const library: readonly Rgd[] = Object.values(rgds);
const network = checkGraph({ object: renderRgd(vpcNetwork, library) }, vendoredKinds());
const kinds = kindsWith(vendoredKinds(), network.crd ? [network.crd] : []);

/** In which round kro deletes the objects of a node: what nobody reads goes first, and a round waits for the one before. */
function rounds(rgd: Rgd): ReadonlyMap<string, number> {
  const { dependencies = [] } = checkGraph({ object: renderRgd(rgd, library) }, kinds);
  const found = new Map<string, number>();
  const roundOf = ({ id }: Dependencies): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const readers = dependencies.filter(({ on }) => on.includes(id));
    const round = Math.max(-1, ...readers.map(roundOf)) + 1;
    found.set(id, round);
    return round;
  };
  dependencies.forEach(roundOf);
  return found;
}

describe('when a cluster goes', () => {
  const cluster = rounds(withRegistration(eksCluster, argocd.registration));
  const round = (id: string) => cluster.get(id) ?? Number.NaN;

  test('its node groups go before it, and ACK holds it until AWS has no node of them any more', () => {
    expect(round('nodeGroups')).toBeLessThan(round('cluster'));
  });

  test.each([
    'nodeRole',
    'boundedNodeRole',
    'podIdentityRoles',
    'boundedPodIdentityRoles',
    'clusterRole',
    'key',
    'logGroup',
    'ownNetwork',
  ])('what nodes and control plane need goes after it: %s', (id) => {
    expect(round(id)).toBeGreaterThan(round('cluster'));
  });

  test('what is part of it is left to it, so nodes keep their network while they are drained', () => {
    const { resources } = renderRgd(eksCluster, library)['spec'] as {
      readonly resources: readonly { id: string; template?: { metadata: { annotations?: Record<string, string> } } }[];
    };
    const policies = (deletionProtection: boolean, deletionPolicy: string) =>
      Object.fromEntries(
        resources.flatMap(({ id, template }) => {
          const text = template?.metadata.annotations?.['services.k8s.aws/deletion-policy'];
          if (text === undefined) return [];
          const variables = { schema: { spec: { deletionProtection, deletionPolicy } } };
          const evaluated = evaluateExpression({ source: text.slice(2, -1), variables });
          return [[id, 'value' in evaluated ? evaluated.value : evaluated]];
        }),
      );
    const kept = (found: Readonly<Record<string, unknown>>) =>
      Object.keys(found).filter((id) => found[id] === 'retain');
    expect(kept(policies(true, 'delete'))).toEqual([]);
    expect(kept(policies(false, 'delete')).toSorted()).toEqual([
      'addonsAfterNodes',
      'addonsBeforeNodes',
      'podIdentities',
    ]);
    const all = policies(false, 'retain');
    expect(kept(all)).toEqual(Object.keys(all));
  });
});

describe('when a network goes', () => {
  const network = rounds(vpcNetwork);
  const round = (id: string) => network.get(id) ?? Number.NaN;

  test.each([
    ['privateRouteTables', 'natGateways'],
    ['privateSubnets', 'privateRouteTables'],
    ['natGateways', 'elasticIPs'],
    ['natGateways', 'publicSubnets'],
    ['elasticIPs', 'internetGateway'],
    ['internetGateway', 'vpc'],
  ])('%s go before %s', (earlier, later) => {
    expect(round(earlier)).toBeLessThan(round(later));
  });
});
