import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { repairBy } from '../../../../diagnostics/repair-by.ts';
import { changedOwners, isMoved } from '../../../../model/change.ts';
import { changeCheck } from '../../../../model/check.ts';

const blue = 'config/spokes/blue.yaml';

/** What EKS has of the endpoint: `public` or `private`, and the ranges. */
const fact = 'endpoint';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'An endpoint that becomes private keeps the ranges that it had.',
  details:
    'EKS keeps the list of ranges when a public endpoint becomes private, refuses to empty it, and goes on returning it. Without it in the configuration, the controller would see a difference for ever, ask again and again, and never come to other changes of the cluster. Nobody comes in by these ranges while the endpoint is private.',
  good: {
    [blue]: exampleSpoke(
      'network: {cidr: 10.0.0.0/18}',
      'endpoint: {public: false, hubPath: peering, formerCidrs: [198.51.100.10/32]}',
    ),
  },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'endpoint: {public: false, hubPath: peering}') },
  *run(change) {
    for (const owner of changedOwners(change)) {
      const { before, after } = owner;
      const [was, ...old] = rangesOf(before.facts[fact]);
      const [is, ...now] = rangesOf(after.facts[fact]);
      // A list that is empty may become another: it may have been recorded wrongly.
      if (isMoved(owner) || is !== 'private' || old.length === 0 || old.join(' ') === now.join(' ')) continue;
      const { kind, name } = before.owner;
      const own = after.locate([]).span?.source.path ?? '';
      yield {
        message: `The private endpoint of ${kind} "${name}" must keep the ranges "${old.join('", "')}": EKS does not forget them.`,
        at: after.locate(['endpoint', was === 'private' ? 'formerCidrs' : 'public']),
        notes: [{ message: `it exists, and is ${was}`, at: before.locateFact(fact) }],
        ...repairBy({ file: own, path: ['endpoint', 'formerCidrs'], add: old }),
      };
    }
  },
});

function rangesOf(endpoint: string | undefined): readonly string[] {
  return endpoint === undefined ? [] : endpoint.split(' ');
}
