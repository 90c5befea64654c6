import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../../../cel/evaluate/evaluate-expression.ts';
import examples from './example.ts';
import { routeTableNodes } from './route-tables.ts';

const { own } = examples;
const zones = own.publicSubnets.map(({ az }) => az);
const gateway = (az: string) => ({ metadata: { name: `${own.name}-${az}` }, status: { natGatewayID: `nat-${az}` } });
const route = (az: string) => ({ destinationCIDRBlock: '0.0.0.0/0', natGatewayID: `nat-${az}` });
const local = { destinationCIDRBlock: own.cidr, gatewayID: 'local' };

/** A table of a zone, whose routes are asked for and known through these zones. */
const table = (az: string, asked: readonly string[], known: readonly string[]) => ({
  metadata: { name: `${own.name}-private-${az}` },
  spec: { routes: asked.map(route) },
  status: { routeStatuses: [local, ...known.map(route)] },
});

type Nat = typeof own.nat;

function evaluate(id: string, field: (template: unknown) => string, variables: Readonly<Record<string, unknown>>) {
  const source = field(routeTableNodes.find((node) => node.id === id)?.template).slice(2, -1);
  const evaluated = evaluateExpression({ source, variables });
  return 'value' in evaluated ? evaluated.value : evaluated;
}

const routes = (nat: Nat, natGateways: readonly unknown[], az: string) =>
  evaluate('privateRouteTables', (template) => (template as { spec: { routes: string } }).spec.routes, {
    schema: { spec: { ...own, nat } },
    natGateways,
    subnet: { az },
  });

const mark = (nat: Nat, natGateways: readonly unknown[], privateRouteTables: readonly unknown[]) =>
  evaluate('egressMark', (template) => (template as { data: { routes: string } }).data.routes, {
    schema: { spec: { ...own, nat } },
    natGateways,
    privateRouteTables,
  });

const [first = '', second = ''] = zones;
const waits = { error: expect.stringContaining('no such key'), missing: true };

describe('routes out of private subnets', () => {
  test('go through the gateway of the zone, through the one of all, or nowhere', () => {
    expect(routes('per-az', zones.map(gateway), second)).toEqual([route(second)]);
    expect(routes('single', [gateway(first)], second)).toEqual([route(first)]);
    expect(routes('none', [], second)).toEqual([]);
  });

  test('lead to no gateway that kro still shows because it will be removed', () => {
    expect(routes('none', zones.map(gateway), second)).toEqual([]);
  });
});

describe('gateways are removed after the routes to them', () => {
  // kro shows of `natGateways` those that are to be, and the old ones where none is.
  const changes: readonly [nat: Nat, shown: readonly string[], after: readonly string[]][] = [
    ['single', [first], [first]],
    ['none', zones, []],
  ];

  test.each(changes)('to %s', (nat, shown, after) => {
    const gateways = shown.map(gateway);
    const tables = (asked: 'old' | 'new', known: 'old' | 'new') =>
      zones.map((az) => table(az, asked === 'old' ? [az] : after, known === 'old' ? [az] : after));
    expect(mark(nat, gateways, tables('old', 'old'))).toEqual(waits);
    expect(mark(nat, gateways, tables('new', 'old'))).toEqual(waits);
    expect(mark(nat, gateways, tables('new', 'new'))).toBe('settled');
  });

  test('nothing waits where nothing goes', () => {
    const tables = zones.map((az) => table(az, [az], [az]));
    expect(mark('per-az', zones.map(gateway), tables)).toBe('settled');
    const made = zones.map((az) => ({ ...table(az, [az], []), status: {} }));
    expect(mark('per-az', zones.map(gateway), made)).toBe('settled');
  });
});
