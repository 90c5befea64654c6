import { beforeAll, describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../../cel/evaluate/evaluate-expression.ts';
import { plannedRequeues, throttled } from '../../../clouds/aws/planned-requeues.ts';
import { healthChecks } from '../../../delivery/argocd/health-checks.ts';
import { objectOf, type Rgd, type RgdResource } from '../../../model/rgd.ts';
import { luaRunner } from '../../../testing/run-lua.ts';
import { rgds } from '../../registry.ts';
import { renderRgd } from '../../render-rgd.ts';

const library: readonly Rgd[] = Object.values(rgds);
const nodes = library.flatMap((rgd) =>
  rgd.resources.filter((one) => rgd.family.owns(objectOf(one))).map((resource) => ({ rgd, resource })),
);
type Status = Readonly<Record<'terminal' | 'recoverable', Readonly<Record<string, string>>>>;

/** What kro makes of a status expression when ACK says this of the one object of a node. */
function said(rgd: Rgd, resource: RgdResource, list: keyof Status, conditions: readonly unknown[]): unknown {
  const { schema } = renderRgd(rgd, library)['spec'] as { readonly schema: { readonly status: Status } };
  const object = { metadata: { name: 'one' }, status: { conditions } };
  const source = schema.status[list][resource.id]?.slice(2, -1) ?? '';
  const variables = { [resource.id]: resource.forEach === undefined ? object : [object] };
  const evaluated = evaluateExpression({ source, variables });
  return 'value' in evaluated ? evaluated.value : evaluated;
}

let run: Awaited<ReturnType<typeof luaRunner>>;
beforeAll(async () => {
  run = await luaRunner();
});

/** What Argo CD makes of an instance in which one node says this. */
function health(rgd: Rgd, resource: RgdResource, conditions: readonly unknown[]): unknown {
  const [script = ''] = Object.values(healthChecks([{ group: 'kro.run', kind: rgd.kind }]));
  const lists = (['terminal', 'recoverable'] as const).map((list) => [
    list,
    { [resource.id]: said(rgd, resource, list, conditions) },
  ]);
  const ready = { type: 'Ready', status: 'False', observedGeneration: 1, message: 'cluster is not ready' };
  const status = { state: 'IN_PROGRESS', conditions: [ready], ...Object.fromEntries(lists) };
  return run(script, { metadata: { generation: 1 }, status });
}

const recoverable = (message: string) => [
  { type: 'ACK.ResourceSynced', status: 'False', message: 'Resource not synced' },
  { type: 'ACK.Recoverable', status: 'True', message },
  { type: 'Ready', status: 'False', message, reason: 'ACK.Recoverable' },
];
const terminal = (message: string) => [{ type: 'ACK.Terminal', status: 'True', message }];

const refusals = [
  'AccessDeniedException: User is not authorized to perform: eks:UpdateClusterVersion',
  'InvalidParameterException: Subnets specified must be in at least two different AZs',
  'api error UnauthorizedOperation: You are not authorized to perform this operation.',
  'api error VpcLimitExceeded: The maximum number of VPCs has been reached.',
  'ResourceLimitExceededException: Throttling is not what this is about',
  "nodegroup in 'DEGRADED' state, cannot be modified until 'ACTIVE'",
  "addon in 'DEGRADED' state, cannot be modified until 'ACTIVE'",
  "AccessDenied: cluster in 'UPDATING' state, cannot be modified until 'ACTIVE'",
  '',
];

describe.each(nodes.map(({ rgd, resource }) => [`${rgd.kind}.${resource.id}`, rgd, resource] as const))(
  '%s',
  (_, rgd, resource) => {
    const planned = plannedRequeues[objectOf(resource).kind]?.messages ?? [];

    test('goes on while ACK only comes back later', () => {
      for (const message of [...planned, ...throttled.map((code) => `${code}Rate exceeded`)]) {
        expect(health(rgd, resource, recoverable(message)), message).toEqual({
          status: 'Progressing',
          message: 'cluster is not ready',
        });
      }
    });

    test('is degraded by what a person must act on, in the words of the cloud', () => {
      for (const conditions of refusals.flatMap((message) => [recoverable(message), terminal(message)])) {
        const message = conditions.find(({ type }) => type !== 'ACK.ResourceSynced')?.message ?? '';
        expect(health(rgd, resource, conditions)).toEqual({
          status: 'Degraded',
          message: `${resource.id} one: ${message}`,
        });
      }
    });

    test('takes a planned requeue that is terminal for a fault', () => {
      for (const message of planned) {
        expect(health(rgd, resource, terminal(message))).toMatchObject({ status: 'Degraded' });
      }
    });
  },
);

test('only kinds of the library are listed', () => {
  const kinds = new Set(nodes.map(({ resource }) => objectOf(resource).kind));
  expect(Object.keys(plannedRequeues).filter((kind) => !kinds.has(kind))).toEqual([]);
});
