import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitError } from '../emit-checks.ts';
import type { Claims } from './claims.ts';
import type { CompiledFile, CompiledTree } from './compiled-tree.ts';
import { fileOrigin, originIn } from './out-path.ts';
import type { Oddity, OutTree } from './read-tree.ts';

/** A file that was edited by hand where it stands, and is still asked for. */
export interface Edit {
  readonly path: string;
  /** The first line (from 1) of the file as it was that the edit changed; absent where it only added lines. */
  readonly line?: number;
  readonly problem: Diagnostic;
}

export interface OutProblems {
  notAFile(path: string, kind: Oddity): Diagnostic;
  /** Of a file that is asked for. */
  edited(path: string, file: CompiledFile): Edit;
  /** Of a file that is asked for, and ends its lines as Windows does. */
  lineEnds(path: string): Diagnostic;
  /** Of a file that nothing asks for any more. */
  editedAndGone(path: string): Diagnostic;
  foreign(path: string): Diagnostic;
  disputed(path: string): Diagnostic;
  brokenRecord(path: string): Diagnostic;
}

const oddityMessages: Readonly<Record<Oddity, string>> = {
  link: 'is a symbolic link: Wheelwright follows none, and writes none',
  other: 'is neither a file nor a folder',
  unreadable: 'cannot be read',
};

/** The offset where two texts begin to differ, back to the start of its line. */
function firstDifference(text: string, other: string): number {
  let at = 0;
  while (at < text.length && at < other.length && text[at] === other[at]) at += 1;
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The first line that another text has not in its place; none where that text only has more. */
function firstChangedLine(text: string, other: string): number | undefined {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  let [start, end] = [0, 0];
  const length = Math.min(lines.length, others.length);
  while (start < length && lines[start] === others[start]) start += 1;
  while (start + end < length && lines.at(-1 - end) === others.at(-1 - end)) end += 1;
  return start + end === lines.length ? undefined : start + 1;
}

export function notAFileProblem(path: string, kind: Oddity): Diagnostic {
  return emitError('out/not-a-file', {
    message: `"${path}" ${oddityMessages[kind]}.`,
    at: originIn(path),
    help: kind === 'unreadable' ? 'Make it readable, or delete it.' : 'Remove it.',
  });
}

/** What forbids a build, in words. */
export function problemReporter(tree: OutTree, compiled: CompiledTree, claims: Claims): OutProblems {
  const discard = (path: string): string => `\`wheelwright build --restore ${path}\``;
  return {
    notAFile: notAFileProblem,
    edited(path, { content }) {
      const text = tree.read(path);
      const start = firstDifference(text, content);
      const lineEnd = text.indexOf('\n', start);
      const line = firstChangedLine(content, text);
      const problem = emitError('out/edited-file', {
        message: `"${path}" was edited by hand: a build would undo it.`,
        at: originIn(path, text, start, lineEnd === -1 ? text.length : lineEnd),
        help: `Make the change in the configuration, then run ${discard(path)}, which discards the edit.`,
      });
      return { path, ...(line !== undefined && { line }), problem };
    },
    lineEnds(path) {
      return emitError('out/line-ends', {
        message: `"${path}" has Windows line ends (CRLF), which Wheelwright did not write.`,
        at: fileOrigin(path),
        help: 'Write `* text=auto eol=lf` into .gitattributes, then run `wheelwright build --restore out`.',
        cause: 'line ends',
      });
    },
    editedAndGone(path) {
      return emitError('out/edited-file', {
        message: `"${path}" was edited by hand, and nothing in the configuration asks for it any more.`,
        at: originIn(path, tree.read(path)),
        help: `Keep what you need of it elsewhere, then run ${discard(path)}, which deletes it.`,
      });
    },
    foreign(path) {
      const isInPlace = compiled.files.has(path);
      return emitError('out/foreign-file', {
        message: isInPlace
          ? `"${path}" was not written by Wheelwright, and stands where a generated file belongs.`
          : `"${path}" was not written by Wheelwright, which owns all of out/.`,
        at: originIn(path),
        help: `Move it elsewhere, or run ${discard(path)}, which ${isInPlace ? 'replaces' : 'deletes'} it.`,
      });
    },
    disputed(path) {
      const [first = '', second = ''] = claims.recordsOf(path);
      return emitError('out/broken-record', {
        message: `Both "${first}" and "${second}" claim "${path}", which nothing in the configuration asks for.`,
        at: originIn(first),
        help: `Restore out/.wheelwright/ from Git, or run ${discard(path)}, which deletes it.`,
      });
    },
    brokenRecord(path) {
      return emitError('out/broken-record', {
        message: `The record "${path}" ${claims.broken.get(path)?.reason ?? 'is broken'}.`,
        at: originIn(path, tree.read(path)),
        help: 'Take either side of the merge (or the version of the main branch), then run `wheelwright build`.',
      });
    },
  };
}
