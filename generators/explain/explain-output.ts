import type { Delivered } from '../delivery/delivered.ts';
import { ownersOf } from '../generate/generate.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ManifestFile, OutputFile, Owner } from '../model/output.ts';
import { engineOf } from '../owners/engine.ts';
import { formatPath } from '../source/path.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { type Delivery, deliveriesOf, unitsOf } from './delivery.ts';
import { linesOf } from './influences/changed-lines.ts';
import { type Experiments, newExperiments } from './influences/experiments.ts';
import { fieldsAtLine } from './influences/fields-at-line.ts';
import { influencesOn, influencesOnFile } from './influences/influences.ts';
import { type FieldOrigin, likeliestFirst, originOf } from './influences/origins-of-lines.ts';
import { type ReadBy, readersOf } from './readers.ts';
import { type Subjects, subjectKinds } from './subjects.ts';

/** Why a file of out/, or a line of it, is there. */
export interface OutputExplanation {
  readonly file: string;
  readonly owner: Owner;
  /** The file that describes the owner; none for the library. */
  readonly describedIn?: string;
  readonly objects: readonly string[];
  /** Per hub, the Applications that lead to it. */
  readonly delivery: readonly (readonly Delivery[])[];
  readonly readBy: readonly ReadBy[];
  readonly line?: { readonly number: number; readonly text: string; readonly object?: string; readonly field?: string };
  readonly origins: readonly FieldOrigin[];
}

export interface UnknownOutput {
  readonly unknown: 'file' | 'line';
  /** Files that could be meant; for a line, their number. */
  readonly known: readonly string[] | number;
}

/** `line` counts from 1. */
export async function explainOutput(
  file: string,
  line: number | undefined,
  fleet: Fleet,
  subjects: Subjects,
): Promise<OutputExplanation | UnknownOutput> {
  const experiments = await newExperiments(fleet);
  const owner = ownerOf(file, fleet, experiments);
  if (owner === undefined) return { unknown: 'file', known: similarFiles(file, fleet, experiments) };
  const text = experiments.texts(owner).get(file) ?? '';
  const lines = linesOf(text);
  if (line !== undefined && (line < 1 || line > lines.length)) return { unknown: 'line', known: lines.length };
  const drafted = experiments.draft(owner).files.find(({ path }) => path === file) as ManifestFile | OutputFile;
  const manifests = 'manifests' in drafted ? (drafted.manifests as readonly Manifest[]) : [];
  const influences = await influencesOn(owner, fleet, subjects, experiments);
  const onFile = influencesOnFile(influences, file);
  const chosen = line === undefined ? onFile : onFile.filter(({ lines: made }) => made.get(file)?.includes(line));
  const origins = chosen.map((influence) => originOf(influence, file, subjects));
  const describedIn = fileOf(owner, subjects);
  const units = unitsByHub(owner, fleet, experiments);
  return {
    file,
    owner,
    ...(describedIn !== undefined && { describedIn }),
    objects: manifests.map(label),
    delivery: units.map((one) => deliveriesOf(file, one)).filter((chain) => chain.length > 0),
    readBy: readersOf(drafted, fleet, units.flat()),
    ...(line !== undefined && { line: describeLine(line, text, lines[line - 1] ?? '', manifests) }),
    origins: line === undefined ? origins : likeliestFirst(origins, lines[line - 1] ?? ''),
  };
}

/** A spoke is only asked where its name is a part of the path: there may be thousands. */
function* candidates(file: string, fleet: Fleet): Generator<Owner> {
  for (const owner of ownersOf(fleet)) {
    if (owner.kind !== 'spoke' || file.includes(`/${owner.name}/`) || file.includes(`/${owner.name}.`)) yield owner;
  }
}

function ownerOf(file: string, fleet: Fleet, experiments: Experiments): Owner | undefined {
  for (const owner of candidates(file, fleet)) if (experiments.texts(owner).has(file)) return owner;
  return undefined;
}

function similarFiles(file: string, fleet: Fleet, experiments: Experiments): readonly string[] {
  return [...candidates(file, fleet)].flatMap((owner) => [...experiments.texts(owner).keys()]).sort(byCodePoint);
}

function fileOf({ kind, name }: Owner, subjects: Subjects): string | undefined {
  if (kind === 'base' || kind === 'component') return `spokes/${kind}s/${name}`;
  const known = subjectKinds.find((one) => one === kind);
  return known && subjects.get(known, name)?.file.source.path;
}

/** What each hub that has to do with an owner delivers of it; what hubs share is delivered by each. */
function unitsByHub(owner: Owner, fleet: Fleet, experiments: Experiments): readonly (readonly Delivered[])[] {
  const own = experiments.draft(owner);
  const hubs = [...fleet.hubs.values()].filter(({ name }) => belongsTo(name, owner, fleet));
  return hubs.map((hub) => {
    const isItself = owner.kind === 'hub' && owner.name === hub.name;
    const drafts = isItself ? [own] : [experiments.draft({ kind: 'hub', name: hub.name }), own];
    return unitsOf(drafts, engineOf(hub));
  });
}

function belongsTo(hub: string, { kind, name }: Owner, fleet: Fleet): boolean {
  if (kind === 'hub') return name === hub;
  if (kind === 'spoke') return fleet.spokes.get(name)?.hub === hub;
  if (kind === 'account') return fleet.accounts.get(name)?.hub === hub;
  if (kind === 'network') return fleet.accounts.get(fleet.networks.get(name)?.account ?? '')?.hub === hub;
  return true;
}

function describeLine(
  number: number,
  text: string,
  line: string,
  manifests: readonly Manifest[],
): NonNullable<OutputExplanation['line']> {
  const [found] = fieldsAtLine(text, number);
  const manifest = found && manifests[found.document];
  return {
    number,
    text: line,
    ...(manifest && { object: label(manifest) }),
    ...(found && { field: formatPath(found.path) }),
  };
}

function label({ kind, metadata }: Manifest): string {
  const name = (metadata as Partial<Manifest['metadata']> | undefined)?.name;
  return name === undefined ? kind : `${kind} "${name}"`;
}
