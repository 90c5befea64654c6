import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (operation: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'patches:',
    '  - target: {kind: EKSCluster}',
    `    patch: [${operation}]`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'What a patch adds or replaces has a value, and what it removes has none.',
  details: 'A patch without its value, or with one that nobody reads, does something other than its author meant.',
  good: { 'config/spokes/green.yaml': spoke('{op: replace, path: /spec/zonalShift, value: false}') },
  bad: { 'config/spokes/green.yaml': spoke('{op: replace, path: /spec/zonalShift}') },
  *run({ spokes }) {
    for (const { patches, locate } of spokes.values()) {
      for (const [index, { patch }] of patches.entries()) {
        for (const [step, operation] of patch.entries()) {
          const { op, path } = operation;
          const at = ['patches', index, 'patch', step];
          const hasValue = Object.hasOwn(operation, 'value');
          if (op === 'remove' && hasValue) {
            yield {
              message: `The patch "remove ${path}" has a value, which nothing reads.`,
              at: locate([...at, 'value'], 'key'),
              help: 'Take `value` out, or write `op: replace`.',
            };
          } else if (op !== 'remove' && !hasValue) {
            yield {
              message: `The patch "${op} ${path}" has no value.`,
              at: locate([...at, 'op']),
              help: 'Add `value`, or write `op: remove`.',
            };
          }
        }
      }
    }
  },
});
