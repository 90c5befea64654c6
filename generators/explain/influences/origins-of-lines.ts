import { fieldName, historyOf, type Statement } from '../history.ts';
import type { Subject, SubjectKind, Subjects } from '../subjects.ts';
import type { Influence } from './influences.ts';

/** A field that lines of a file come from. */
export interface FieldOrigin {
  readonly of: { readonly kind: SubjectKind; readonly name: string };
  /** `network.nat`; `name` for the name of the file. */
  readonly field: string;
  readonly value: unknown;
  /** What each layer says, lowest first; empty where the value is a default of this program. */
  readonly statements: readonly Statement[];
  /** Where the subject itself says it, or would. */
  readonly file: string;
  /** Lines of the explained file. */
  readonly lines: readonly number[];
}

export function originOf({ subject, field, lines }: Influence, file: string, subjects: Subjects): FieldOrigin {
  const { kind, name } = subject;
  return {
    of: { kind, name },
    field: fieldName(field.path),
    value: field.value,
    statements: statementsOf(subject, field.path, subjects),
    file: subject.file.source.path,
    lines: lines.get(file) ?? [],
  };
}

/** A hub that a spoke does not name is that of its account. */
function statementsOf(subject: Subject, path: Influence['field']['path'], subjects: Subjects): readonly Statement[] {
  const own = historyOf(subject, path);
  if (own.length > 0 || subject.kind !== 'spoke' || path[0] !== 'hub') return own;
  const account = subjects.get('account', String(subject.value['account']));
  return account === undefined ? own : historyOf(account, path);
}

/** What a person most likely asks for first: fields whose value stands in the line, and of them what somebody wrote. */
export function likeliestFirst(origins: readonly FieldOrigin[], text: string): readonly FieldOrigin[] {
  const rank = ({ value, statements }: FieldOrigin): number => {
    const isThere = typeof value !== 'object' && text.includes(String(value));
    return (isThere ? 0 : 2) + (statements.length > 0 ? 0 : 1);
  };
  return [...origins].sort((a, b) => rank(a) - rank(b));
}
