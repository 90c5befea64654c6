import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitError } from '../emit-checks.ts';
import type { Change, TreeComparison } from './compare-tree.ts';
import { fileOrigin, originIn } from './out-path.ts';

const help = 'Run `wheelwright build`, and commit out/.';
const cause = 'no build since a change';

function describe({ kind, path, isRecord }: Change, { broken, tree }: TreeComparison): Diagnostic {
  const at = fileOrigin(path);
  if (kind === 'create') return emitError('out/missing-file', { message: `"${path}" is missing.`, at, help, cause });
  if (kind === 'delete') {
    return emitError('out/stale-file', {
      message: `"${path}" is left over: nothing in the configuration asks for it.`,
      at,
      help,
      cause: 'nothing asks for it',
    });
  }
  const reason = broken.get(path)?.reason;
  if (reason !== undefined) {
    const where = originIn(path, tree.read(path));
    return emitError('out/broken-record', { message: `The record "${path}" ${reason}.`, at: where, help });
  }
  const message = isRecord
    ? `The record "${path}" is not that of what the configuration says.`
    : `"${path}" is not what the configuration says.`;
  return emitError('out/stale-file', { message, at, help, cause });
}

const codesOfNoBuild: ReadonlySet<string> = new Set(['out/missing-file', 'out/stale-file']);

/** Without what only says that `build` must run, where a change of what exists is refused: `build` would refuse it, too. */
export function checkTreeBeside(refusals: readonly Diagnostic[], comparison: TreeComparison): readonly Diagnostic[] {
  const isRefused = refusals.some(({ code, severity }) => severity === 'error' && code.startsWith('lifecycle/'));
  const found = checkTree(comparison);
  return isRefused ? found.filter(({ code }) => !codesOfNoBuild.has(code)) : found;
}

/** How out/ differs from what was compiled, each file named: what `check` reports. */
export function checkTree(comparison: TreeComparison): readonly Diagnostic[] {
  const { changes, problems, compiled, tree } = comparison;
  if (!tree.folders.has('out') && !tree.oddities.has('out') && compiled.files.size > 0) {
    return [
      emitError('out/missing-file', { message: '"out" is missing: nothing was built yet.', at: originIn('out'), help }),
    ];
  }
  // A record differs whenever one of its files does: only a record that differs alone is worth a line.
  const ownersNamed = new Set<string>();
  for (const { path, isRecord } of changes) {
    const owner = compiled.files.get(path)?.record;
    if (!isRecord && owner !== undefined) ownersNamed.add(owner);
  }
  const leftOver = new Set(changes.filter(({ kind }) => kind === 'delete').map(({ path }) => path));
  for (const { path, files } of comparison.outdated) {
    if ([...files.keys()].some((file) => leftOver.has(file))) ownersNamed.add(path);
  }
  const worthALine = changes.filter(
    ({ path, isRecord }) => !isRecord || !ownersNamed.has(path) || comparison.broken.has(path),
  );
  return [...problems, ...worthALine.map((change) => describe(change, comparison))];
}
