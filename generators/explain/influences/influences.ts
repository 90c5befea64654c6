import type { Fleet } from '../../model/fleet.ts';
import type { Owner } from '../../model/output.ts';
import type { Subject, SubjectKind, Subjects } from '../subjects.ts';
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

/** What the files of an owner may be made from. */
function subjectsBehind({ kind, name }: Owner, fleet: Fleet, subjects: Subjects): readonly Subject[] {
  const referred: [SubjectKind, string][] = [];
  const add = (of: SubjectKind, ...names: readonly (string | undefined)[]): void => {
    for (const one of new Set(names)) if (one !== undefined) referred.push([of, one]);
  };
  const addAccount = (account: string): void => {
    add('account', account);
    add('hub', fleet.accounts.get(account)?.hub);
  };
  const spoke = fleet.spokes.get(name);
  const network = fleet.networks.get(name);
  if (kind === 'spoke' && spoke !== undefined) {
    add('spoke', name);
    add('team', ...spoke.teams, ...Object.values(spoke.applications).map(({ team }) => team));
    add('network', spoke.network.use);
    addAccount(spoke.account);
  } else if (kind === 'network' && network !== undefined) {
    add('network', name);
    addAccount(network.account);
  } else if (kind === 'account') addAccount(name);
  else if (kind === 'hub') {
    const accounts = [...fleet.accounts.values()].filter(({ hub }) => hub === name).map((account) => account.name);
    add('hub', name);
    add('account', ...accounts);
    add(
      'network',
      ...[...fleet.networks.values()].filter(({ account }) => accounts.includes(account)).map((one) => one.name),
    );
  }
  if (referred.length > 0) add('config', 'config');
  return referred.flatMap(([of, one]) => subjects.get(of, one) ?? []);
}

/** Owners of files that fields of a subject may make; spokes last. */
export function ownersBehind({ kind, name }: Subject, fleet: Fleet): readonly Owner[] {
  const accounts = [...fleet.accounts.values()].filter((account) =>
    isOf(kind, name, { account: account.name, hub: account.hub }),
  );
  const hubs = [...fleet.hubs.values()].filter(
    (hub) =>
      kind === 'config' ||
      (kind === 'hub' && hub.name === name) ||
      accounts.some((account) => account.hub === hub.name),
  );
  const networks = [...fleet.networks.values()].filter((network) => {
    return (
      (kind === 'network' && network.name === name) || accounts.some((account) => account.name === network.account)
    );
  });
  const spokes = [...fleet.spokes.values()].filter((spoke) => {
    if (kind === 'spoke') return spoke.name === name;
    if (kind === 'team') return spoke.teams.includes(name);
    if (kind === 'network') return spoke.network.use === name;
    return accounts.some((account) => account.name === spoke.account);
  });
  const hubOfNetwork =
    kind === 'network' ? fleet.accounts.get(fleet.networks.get(name)?.account ?? '')?.hub : undefined;
  const owners = (of: Owner['kind'], things: readonly { readonly name: string }[]): Owner[] =>
    things.map((thing) => ({ kind: of, name: thing.name }));
  return [
    ...owners('hub', hubs),
    ...(hubOfNetwork === undefined ? [] : [{ kind: 'hub', name: hubOfNetwork } as const]),
    ...owners('account', accounts),
    ...owners('network', networks),
    ...owners('spoke', spokes),
  ];
}

function isOf(kind: SubjectKind, name: string, account: { readonly account: string; readonly hub: string }): boolean {
  return (
    kind === 'config' || (kind === 'hub' && account.hub === name) || (kind === 'account' && account.account === name)
  );
}
