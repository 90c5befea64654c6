import type { Fleet } from '../../model/fleet.ts';
import type { FleetPart } from '../../model/fleet-parts.ts';
import type { Owner } from '../../model/output.ts';
import { ownerKinds } from '../../owners/owner-kinds.ts';
import { type Subject, type SubjectKind, type Subjects, subjectKinds } from '../subjects.ts';
import type { Experiments, LinesByFile } from './experiments.ts';
import { type Field, fieldsBelow, isWithin } from './fields.ts';

/** A field that lines of an owner come from. */
export interface Influence {
  readonly subject: Subject;
  readonly field: Field;
  readonly lines: LinesByFile;
}

/** Every field that makes a line of a file, or of all files, of an owner. */
export async function influencesOn(
  owner: Owner,
  fleet: Fleet,
  subjects: Subjects,
  experiments: Experiments,
): Promise<readonly Influence[]> {
  const found: Influence[] = [];
  for (const subject of subjectsBehind(owner, fleet, subjects)) {
    const fields = [{ path: [], value: subject.name, isLeaf: true }, ...fieldsBelow(subject.value)];
    for (const field of fields) {
      const lines = await experiments.linesOf(subject, field, owner);
      if (lines.size > 0) found.push({ subject, field, lines });
    }
  }
  return found;
}

/** Those that make lines of a file, each with the lines that no field within it makes. */
export function influencesOnFile(influences: readonly Influence[], file: string): readonly Influence[] {
  return influences.flatMap((influence) => {
    const inner = influences.filter((other) => isPartOf(other, influence));
    const own = (influence.lines.get(file) ?? []).filter(
      (line) => !inner.some(({ lines }) => lines.get(file)?.includes(line)),
    );
    return own.length > 0 ? [{ ...influence, lines: new Map([[file, own]]) }] : [];
  });
}

function isPartOf(inner: Influence, outer: Influence): boolean {
  if (inner.subject.kind !== outer.subject.kind || inner.subject.name !== outer.subject.name) return false;
  const [long, short] = [inner.field.path, outer.field.path];
  return short.length > 0 && long.length > short.length && isWithin(long, short);
}

/** What the files of an owner may be made from. A spoke says nothing in the files of others. */
function subjectsBehind({ kind, name }: Owner, fleet: Fleet, subjects: Subjects): readonly Subject[] {
  // A library is what it is, whoever uses it.
  if (kind === 'library') return [];
  const found = new Map<string, Subject>();
  for (const part of ownerKinds[kind].inputs(fleet, name)) {
    if (!isSubjectKind(part.kind) || (part.kind === 'spoke' && kind !== 'spoke')) continue;
    const subject = subjects.get(part.kind, subjectName(part));
    if (subject !== undefined) found.set(`${subject.kind} ${subject.name}`, subject);
  }
  return [...found.values()];
}

const told = ['hub', 'account', 'network', 'spoke'] as const;

/** Owners of files that fields of a subject may make; spokes last. */
export function ownersBehind(subject: Subject, fleet: Fleet): readonly Owner[] {
  return told
    .filter((kind) => subject.kind !== 'spoke' || kind === 'spoke')
    .flatMap((kind) => {
      const { names, inputs } = ownerKinds[kind];
      const isMadeOf = (name: string) =>
        inputs(fleet, name).some((part) => part.kind === subject.kind && subjectName(part) === subject.name);
      return [...names(fleet)].filter(isMadeOf).map((name) => ({ kind, name }));
    });
}

function subjectName({ kind, name }: FleetPart): string {
  return kind === 'config' ? 'config' : name;
}

function isSubjectKind(kind: string): kind is SubjectKind {
  return subjectKinds.some((one) => one === kind);
}
