import type { CodedProblem } from '../../diagnostics/diagnostic.ts';
import type { PatchTarget } from '../../model/config/patch.ts';
import type { Kustomization, Manifest, Trace } from '../../model/manifest.ts';
import type { ManifestFile, OutputFile } from '../../model/output.ts';
import { didYouMean } from '../../util/did-you-mean.ts';

/** An object of a draft, while patches change it. */
export interface PatchedObject {
  readonly file: ManifestFile;
  readonly index: number;
  readonly original: Manifest;
  manifest: Manifest;
  /** Where what patches changed was written. */
  readonly traces: Trace[];
  /** Something was done to it that is not allowed: as it is now, it is for nobody. */
  isRefused: boolean;
}

/** By kind. */
export type PatchedObjects = ReadonlyMap<string, readonly PatchedObject[]>;

/** All that patches could name: a kustomization is no object. */
export function patchedObjects(files: readonly (ManifestFile | OutputFile)[]): PatchedObjects {
  const objects = new Map<string, PatchedObject[]>();
  for (const file of files) {
    if (!('manifests' in file)) continue;
    for (const [index, manifest] of file.manifests.entries()) {
      if (!isObject(manifest)) continue;
      const alike = objects.get(manifest.kind) ?? [];
      objects.set(manifest.kind, alike);
      alike.push({ file, index, original: manifest, manifest, traces: [], isRefused: false });
    }
  }
  return objects;
}

function isObject(manifest: Manifest | Kustomization): manifest is Manifest {
  return manifest.kind !== 'Kustomization' && manifest.kind !== 'Component';
}

interface Targets {
  readonly objects: readonly PatchedObject[];
  /** Where there is none, or more than the target means. */
  readonly problem?: () => Omit<CodedProblem, 'at'>;
  readonly isAmbiguous: boolean;
}

/** The objects that a target names. A name means one object: several with it are told apart by their namespace. */
export function findTargets(objects: PatchedObjects, target: PatchTarget, spoke: string): Targets {
  const ofKind = objects.get(target.kind) ?? [];
  const found = ofKind.filter(({ manifest }) => fits(manifest, target));
  if (found.length === 0) return { objects: [], isAmbiguous: false, problem: () => noTarget(objects, target, spoke) };
  if (found.length === 1 || target.name === undefined || target.namespace !== undefined)
    return { objects: found, isAmbiguous: false };
  const namespaces = found.map(({ manifest }) => manifest.metadata.namespace ?? '');
  return {
    objects: [],
    isAmbiguous: true,
    problem: () => ({
      code: 'patch/ambiguous',
      message: `There is a ${target.kind} "${target.name}" in each of the namespaces ${listed(namespaces)}.`,
      help: `Add \`namespace: ${namespaces[0]}\` to the target, or \`namespace: "*"\` for all of them.`,
    }),
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

function fits({ metadata }: Manifest, { name, namespace, labels = {} }: PatchTarget): boolean {
  if (name !== undefined && metadata.name !== name) return false;
  if (namespace !== undefined && namespace !== '*' && metadata.namespace !== namespace) return false;
  return Object.entries(labels).every(([key, value]) => metadata.labels?.[key] === value);
}

function noTarget(objects: PatchedObjects, target: PatchTarget, spoke: string): Omit<CodedProblem, 'at'> {
  const all = [...objects].flatMap(([kind, alike]) => alike.map(({ manifest }) => `${kind}/${manifest.metadata.name}`));
  const near =
    target.name === undefined
      ? didYouMean(target.kind, [...objects.keys()])
      : didYouMean(`${target.kind}/${target.name}`, all);
  return { code: 'patch/no-target', message: `No ${describeTarget(target)} is emitted for spoke "${spoke}".${near}` };
}

/** `NetworkPolicy "default-deny" in namespace "shop"`. */
export function describeTarget({ kind, name, namespace, labels }: PatchTarget): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return [
    name === undefined ? kind : `${kind} "${name}"`,
    ...(namespace === undefined || namespace === '*' ? [] : [`in namespace "${namespace}"`]),
    ...(pairs.length === 0 ? [] : [`with the labels "${pairs.join(', ')}"`]),
  ].join(' ');
}
