import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { repairBy } from '../../diagnostics/repair-by.ts';
import { emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

/** What EKS has of the endpoint: `public` or `private`, and the ranges. */
const fact = 'endpoint';

/** EKS keeps the ranges of an endpoint that becomes private. A list that is empty may become another: it may have been recorded wrongly. */
export function compareEndpoint(before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  const [was, ...old] = rangesOf(before.facts[fact]);
  const [is, ...now] = rangesOf(after.facts[fact]);
  if (is !== 'private' || old.length === 0 || old.join(' ') === now.join(' ')) return [];
  const { kind, name } = before.owner;
  const own = after.locate([]).span?.source.path ?? '';
  return [
    emitError('lifecycle/forgotten-ranges', {
      message: `The private endpoint of ${kind} "${name}" must keep the ranges "${old.join('", "')}": EKS does not forget them.`,
      at: after.locate(['endpoint', was === 'private' ? 'formerCidrs' : 'public']),
      notes: [{ message: `it exists, and is ${was}`, at: inRecord(before, fact) }],
      ...repairBy({ file: own, path: ['endpoint', 'formerCidrs'], add: old }),
    }),
  ];
}

function rangesOf(endpoint: string | undefined): readonly string[] {
  return endpoint === undefined ? [] : endpoint.split(' ');
}
