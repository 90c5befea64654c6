import type { Fleet } from '../../model/fleet.ts';
import { fleetCollections, type Subject } from '../subjects.ts';
import { type Field, withField } from './fields.ts';
import { otherValues, placeholderFor } from './other-values.ts';

/** A fleet in which one field is different. */
export interface ChangedFleet {
  readonly fleet: Fleet;
  /** The value may be none that a checked fleet can have: a generator may throw. */
  readonly isGuess: boolean;
  /** A name that became another one; it may be part of paths. */
  readonly renamed?: { readonly from: string; readonly to: string };
}

const collections = ['hubs', 'accounts', 'networks', 'teams', 'bases', 'components'] as const;

/** The fleet with other values in the place of a field, likeliest first. An empty path is the name of the subject. */
export function* changedFleets(
  fleet: Fleet,
  subject: Subject,
  { path, value, isLeaf }: Field,
): Generator<ChangedFleet> {
  if (path.length === 0) {
    if (subject.kind === 'spoke') yield renamedSpoke(fleet, subject.name);
    return;
  }
  for (const { value: other, isGuess } of isLeaf ? otherValues(value) : [{ value: undefined, isGuess: true }]) {
    const changed = withSubject(fleet, subject, withField(subject.value, path, other));
    const isName = typeof value === 'string' && other === placeholderFor(value);
    yield isName
      ? { fleet: withTwin(changed, value, other as string), isGuess, renamed: { from: value, to: other as string } }
      : { fleet: changed, isGuess };
  }
}

function withSubject(fleet: Fleet, { kind, name }: Subject, value: unknown): Fleet {
  if (kind === 'config') return { ...fleet, config: value as Fleet['config'] };
  const collection = fleetCollections[kind];
  const { file, locate } = fleet[collection].get(name) ?? {};
  const cloud = kind === 'spoke' && fleet.spokes.get(name)?.cloud;
  const changed = { ...(value as object), name, file, locate, ...(cloud && { cloud }) };
  return { ...fleet, [collection]: new Map<string, unknown>(fleet[collection]).set(name, changed) };
}

/** What is called `from`, a second time under another name: then a reference to that name leads somewhere. */
function withTwin(fleet: Fleet, from: string, to: string): Fleet {
  let changed = fleet;
  for (const collection of collections) {
    const found = fleet[collection].get(from);
    if (found === undefined) continue;
    const twins = new Map<string, unknown>(fleet[collection]).set(to, { ...found, name: to });
    changed = { ...changed, [collection]: twins };
  }
  return changed;
}

function renamedSpoke(fleet: Fleet, from: string): ChangedFleet {
  const to = placeholderFor(from);
  const spokes = new Map(
    [...fleet.spokes].map(([name, spoke]) => (name === from ? [to, { ...spoke, name: to }] : [name, spoke])),
  );
  return { fleet: { ...fleet, spokes }, isGuess: false, renamed: { from, to } };
}
