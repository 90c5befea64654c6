import type { Fleet } from '../model/fleet.ts';
import type { Owner } from '../model/output.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import { formatPath, type Path, valueAt } from '../source/path.ts';
import { historyOf, type Statement } from './history.ts';
import { linesOf } from './influences/changed-lines.ts';
import { type Experiments, newExperiments } from './influences/experiments.ts';
import { type Field, fieldsBelow } from './influences/fields.ts';
import { type FieldAtLine, fieldsAtLine } from './influences/fields-at-line.ts';
import { ownersBehind } from './influences/influences.ts';
import { type Subject, type SubjectKind, type Subjects, subjectsOf } from './subjects.ts';

/** Spokes whose lines are shown, unless all are asked for. */
const SHOWN_SPOKES = 3;

export interface MadeLine {
  readonly line: number;
  readonly text: string;
}

export interface MadeFile {
  readonly file: string;
  readonly lines: readonly MadeLine[];
}

/** What a field makes in the files of one owner. */
export interface MadeByOwner {
  readonly owner: Owner;
  readonly files: readonly MadeFile[];
}

/** One field that the line says, as one sort of thing takes it. */
export interface FieldUse {
  readonly field: string;
  readonly value: unknown;
  readonly of: SubjectKind;
  /** Names of those that have their value from this line. */
  readonly wins: readonly string[];
  /** Those for which a higher layer says something else. */
  readonly overridden: readonly { readonly name: string; readonly by: Statement }[];
  readonly made: readonly MadeByOwner[];
  /** Spokes that were left out. */
  readonly moreSpokes: number;
  /** Where the value is `null`: what lower layers say, for the first that has it from here. */
  readonly removes: readonly Statement[];
}

export interface ConfigExplanation {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** Empty for a comment. */
  readonly uses: readonly FieldUse[];
}

interface Context {
  readonly fleet: Fleet;
  readonly subjects: Subjects;
  readonly experiments: Experiments;
  readonly all: boolean;
}

/** Which lines a line of the configuration makes. */
export async function explainConfigLine(
  file: ParsedFile,
  line: number,
  parsed: ParsedConfig,
  fleet: Fleet,
  all: boolean,
): Promise<ConfigExplanation> {
  const { path, text } = file.source;
  const subjects = subjectsOf(parsed, fleet);
  const context = { fleet, subjects, experiments: await newExperiments(fleet), all };
  const uses: FieldUse[] = [];
  for (const said of fieldsAtLine(text, line)) uses.push(...(await usesOf(file, said, context)));
  return { file: path, line, text: linesOf(text)[line - 1] ?? '', uses };
}

/** A subject for which the file is a layer that says the field, under the path that the field has there. */
interface Sayer {
  readonly subject: Subject;
  readonly path: Path;
}

async function usesOf(file: ParsedFile, said: FieldAtLine, context: Context): Promise<readonly FieldUse[]> {
  const groups = new Map<SubjectKind, Sayer[]>();
  for (const subject of context.subjects.using(file)) {
    const path = pathIn(subject, file, said.path);
    if (path === undefined) continue;
    const group = groups.get(subject.kind) ?? [];
    groups.set(subject.kind, group);
    group.push({ subject, path });
  }
  const uses: FieldUse[] = [];
  for (const [kind, sayers] of groups) uses.push(await useOf(kind, sayers, file, said, context));
  // Versions stand in the file of the fleet, but only its hubs and spokes run something.
  return uses.filter(({ of, made }) => of !== 'config' || made.length > 0 || uses.length === 1);
}

/** A layer may be a part of its file, such as `defaults`: the field has the same place by a shorter path. */
function pathIn({ layers, value: fields }: Subject, file: ParsedFile, path: Path): Path | undefined {
  const place = file.find(path)?.start;
  const own = layers.filter((layer) => layer.file === file);
  for (let skip = 0; skip < path.length; skip++) {
    const shorter = path.slice(skip);
    const isSaid = own.some(
      ({ find, value }) =>
        place !== undefined && find(shorter)?.start === place && valueAt(value, shorter) !== undefined,
    );
    const isField = valueAt(file.value, path) === null || valueAt(fields, shorter) !== undefined;
    if (isSaid && isField) return shorter;
  }
  return undefined;
}

async function useOf(
  of: SubjectKind,
  sayers: readonly Sayer[],
  file: ParsedFile,
  said: FieldAtLine,
  context: Context,
): Promise<FieldUse> {
  const winners: Sayer[] = [];
  const overridden: { name: string; by: Statement }[] = [];
  for (const sayer of sayers) {
    const by = winnerOf(sayer, file);
    if (by === undefined) winners.push(sayer);
    else overridden.push({ name: sayer.subject.name, by });
  }
  const shown = of === 'spoke' && !context.all ? winners.slice(0, SHOWN_SPOKES) : winners;
  const made: MadeByOwner[] = [];
  let moreSpokes = winners.length - shown.length;
  for (const sayer of shown) {
    const owners = ownersBehind(sayer.subject, context.fleet);
    const spokes = owners.filter(({ kind }) => kind === 'spoke');
    const taken = context.all || of === 'spoke' ? spokes : spokes.slice(0, SHOWN_SPOKES);
    const before = made.length;
    for (const owner of [...owners.filter(({ kind }) => kind !== 'spoke'), ...taken]) {
      const files = await filesMade(sayer, owner, context.experiments);
      if (files.length > 0) made.push({ owner, files });
    }
    if (made.slice(before).some(({ owner }) => owner.kind === 'spoke')) moreSpokes += spokes.length - taken.length;
  }
  const [first] = winners;
  return {
    field: formatPath(sayers[0]?.path ?? said.path),
    value: said.value,
    of,
    wins: winners.map(({ subject }) => subject.name),
    overridden,
    made,
    moreSpokes,
    removes:
      said.value === null && first !== undefined
        ? historyOf(first.subject, first.path).filter(({ wins }) => !wins)
        : [],
  };
}

/** The higher layer that says something else; undefined where this file has the last word, or a part of it. */
function winnerOf({ subject, path }: Sayer, file: ParsedFile): Statement | undefined {
  const below = [...fieldsBelow(valueAt(subject.value, path), path)].map((field) => field.path);
  const winners = [path, ...below].map((one) => historyOf(subject, one).find(({ wins }) => wins));
  if (winners.some((winner) => winner?.file === file.source.path)) return undefined;
  return winners[0];
}

async function filesMade(
  { subject, path }: Sayer,
  owner: Owner,
  experiments: Experiments,
): Promise<readonly MadeFile[]> {
  const value = valueAt(subject.value, path);
  const fields: Field[] = [{ path, value, isLeaf: [...fieldsBelow(value)].length === 0 }, ...fieldsBelow(value, path)];
  const numbers = new Map<string, Set<number>>();
  for (const field of fields) {
    for (const [file, lines] of await experiments.linesOf(subject, field, owner)) {
      const known = numbers.get(file) ?? new Set<number>();
      numbers.set(file, known);
      for (const line of lines) known.add(line);
    }
  }
  const texts = experiments.texts(owner);
  return [...numbers].map(([file, lines]) => {
    const all = linesOf(texts.get(file) ?? '');
    return { file, lines: [...lines].sort((a, b) => a - b).map((line) => ({ line, text: all[line - 1] ?? '' })) };
  });
}
