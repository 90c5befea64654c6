import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitError } from '../emit-checks.ts';
import { parseRecord } from '../records/parse-record.ts';
import { recordOwner } from '../records/record.ts';
import { originIn } from './out-path.ts';
import { notAFileProblem } from './out-problems.ts';
import type { OutTree } from './read-tree.ts';

interface Claimed {
  readonly hash: string;
  readonly record: string;
}

/** Whether out/ is what its records say, without knowing the configuration: every file there, unedited, and no other. */
export function verifyTree(tree: OutTree): readonly Diagnostic[] {
  const problems: Diagnostic[] = [...tree.oddities].map(([path, kind]) => notAFileProblem(path, kind));
  const claimed = new Map<string, Claimed>();
  const restoreFromGit = 'Restore out/ from Git, or run `wheelwright build`.';
  const broken = (record: string, what: string): void => {
    const at = originIn(record, tree.records.get(record));
    problems.push(emitError('out/broken-record', { message: what, at, help: restoreFromGit }));
  };
  for (const [path, text] of tree.records) {
    if (recordOwner(path) === undefined) continue;
    const record = parseRecord(path, text);
    const files = 'reason' in record ? record.salvaged : record.files;
    if ('reason' in record) broken(path, `The record "${path}" ${record.reason}.`);
    for (const [file, hash] of files) {
      const other = claimed.get(file);
      if (other !== undefined) broken(path, `Both "${other.record}" and "${path}" claim "${file}".`);
      // What a broken record names is not checked; only that it is no foreign file is known.
      claimed.set(file, { hash: typeof hash === 'string' && other === undefined ? hash : '', record: path });
    }
  }
  for (const [path, { hash, record }] of claimed) {
    const found = tree.files.get(path)?.hash;
    if (found === hash || hash === '' || tree.oddities.has(path)) continue;
    const notes = [{ message: 'its record is here', at: originIn(record) }];
    if (found === undefined) {
      const message = `"${path}" is missing.`;
      problems.push(emitError('out/missing-file', { message, at: originIn(path), notes, help: restoreFromGit }));
    } else {
      const help = `Make the change in the configuration, then run \`wheelwright build --restore ${path}\`, which discards the edit.`;
      problems.push(
        emitError('out/edited-file', {
          message: `"${path}" is not what was written.`,
          at: originIn(path),
          notes,
          help,
        }),
      );
    }
  }
  for (const path of tree.files.keys()) {
    if (claimed.has(path) || recordOwner(path) !== undefined) continue;
    const message = `"${path}" is in no record: Wheelwright did not write it.`;
    const help = `Move it elsewhere, or run \`wheelwright build --restore ${path}\`, which deletes it.`;
    problems.push(emitError('out/foreign-file', { message, at: originIn(path), help }));
  }
  return tree.journal === undefined ? problems : problems.map(afterKill);
}

function afterKill(problem: Diagnostic): Diagnostic {
  return { ...problem, help: 'A build was killed while it wrote: run `wheelwright build`, which ends its work.' };
}
