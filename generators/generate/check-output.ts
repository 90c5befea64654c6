import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { checkManifest } from '../kube/check-manifest.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { Kustomization, Manifest, Trace } from '../model/manifest.ts';
import type { ManifestFile, OwnerDraft } from '../model/output.ts';
import { nearestTrace } from '../owners/nearest-trace.ts';
import { platformKinds } from '../owners/teams/spoke-rights.ts';
import type { Violation } from '../schema/structural/violation.ts';
import { formatPath, type Path } from '../source/path.ts';
import { unknownKind } from './unknown-kind.ts';

/** What is wrong with objects that many owners share: they are checked once. */
export type CheckedManifests = Map<object, readonly Violation[]>;

export interface OutputProblem extends CodedProblem {
  /** What many owners share is reported for the first of them alone: of equal values here. */
  readonly once?: string;
}

/** Checks every object that an owner emits against the schema of its kind; a fault is reported at the config line that caused it. */
export function* checkOutput(draft: OwnerDraft, schemas: Kinds, checked: CheckedManifests): Generator<OutputProblem> {
  for (const file of draft.files) {
    if (!('manifests' in file) || file.isJudged) continue;
    for (const { manifest, traces, isShared, isBuilt, violations } of subjectsOf(file, schemas)) {
      const found = (isShared ? checked.get(manifest) : undefined) ?? violations();
      if (isShared) checked.set(manifest, found);
      // A fault of a base is told of each application that uses it.
      const isOnce = isShared && !isBuilt && found.length > 0;
      const once = isOnce ? { once: `${file.from} ${JSON.stringify(manifest)}` } : {};
      for (const { path, message } of found) {
        const authored = isBuilt ? file.builtFrom?.(manifest as Manifest, path) : undefined;
        const cause = causeOf(path, traces());
        const user = cause && draft.locate(cause);
        const origin = authored ?? user;
        yield {
          ...once,
          code: isBuilt ? 'output/base' : codeOf(cause),
          message: `${label(manifest)} at ${formatPath(path) || 'its top'}: ${message}`,
          at: origin ?? draft.locate([]),
          notes: [
            authored === undefined
              ? { message: `it would be written to ${file.path}` }
              : { message: `${authored.of?.kind} "${authored.of?.name}" uses it`, ...(user && { at: user }) },
          ],
          ...(origin === undefined && {
            help: 'No line of the config leads to this field: please report it as a fault of Wheelwright.',
          }),
        };
      }
    }
  }
}

interface Subject {
  readonly manifest: Manifest | Kustomization;
  readonly traces: () => readonly Trace[];
  readonly isShared: boolean;
  /** Whether kustomize makes it of authored files. */
  readonly isBuilt: boolean;
  readonly violations: () => readonly Violation[];
}

/** What a file holds, and what kustomize makes of it. */
function* subjectsOf(file: ManifestFile, schemas: Kinds): Generator<Subject> {
  const { manifests, traces = () => [], builds = [], shared: isShared = false } = file;
  for (const [index, manifest] of manifests.entries()) {
    yield {
      manifest,
      traces: () => traces(index),
      isShared,
      isBuilt: false,
      violations: () => violationsOf(manifest, schemas),
    };
  }
  for (const manifest of builds) {
    const inherited = () => traces(0).map(({ from }) => ({ at: [], from }));
    yield {
      manifest,
      traces: inherited,
      isShared: true,
      isBuilt: true,
      violations: () => builtViolations(manifest, schemas),
    };
  }
}

function label(manifest: Manifest | Kustomization): string {
  const { name } = (manifest as Partial<Manifest>).metadata ?? {};
  return name === undefined ? manifest.kind : `${manifest.kind} "${name}"`;
}

function violationsOf(manifest: Manifest | Kustomization, schemas: Kinds): readonly Violation[] {
  const kind = schemas.get(manifest.apiVersion, manifest.kind);
  if (kind === undefined)
    return [{ path: ['kind'], message: `there is no schema for ${manifest.apiVersion}/${manifest.kind}.` }];
  const own = checkManifest(manifest, kind);
  return manifest.kind === 'ResourceGraphDefinition' ? [...own, ...templateViolations(manifest, schemas)] : own;
}

/** A team delivers these: only what its project allows. Kinds of others are not checked where no schema is known of them. */
function builtViolations(manifest: Manifest, schemas: Kinds): readonly Violation[] {
  const kind = schemas.get(manifest.apiVersion, manifest.kind);
  if (kind === undefined) return unknownKind(manifest, schemas);
  const isDenied =
    kind.scope === 'Cluster' || platformKinds.some((one) => one.group === kind.group && one.kind === kind.kind);
  if (!isDenied) return checkManifest(manifest, kind);
  return [{ path: ['kind'], message: `the project of a team does not allow a ${kind.kind}.` }];
}

/** What a graph would create, with its expressions as unknowns. */
function templateViolations(graph: Manifest | Kustomization, schemas: Kinds): readonly Violation[] {
  const { resources } = (graph as Manifest).spec as {
    resources: readonly { readonly id: string; readonly template?: Manifest }[];
  };
  return resources.flatMap(({ template }, index) => {
    if (template === undefined) return [];
    const kind = schemas.get(template.apiVersion, template.kind);
    const base = ['spec', 'resources', index, 'template'];
    if (kind === undefined)
      return [{ path: base, message: `there is no schema for ${template.apiVersion}/${template.kind}.` }];
    return checkManifest(template, kind, { templates: true }).map(({ path, message }) => ({
      path: [...base, ...path],
      message,
    }));
  });
}

/**
 * The path in the config of what stands at a path: by the trace that leads nearest to it. A patch that takes a field away
 * leaves its trace there, so what is missing is told by the trace of the last patch below the path.
 */
export function causeOf(path: Path, traces: readonly Trace[]): Path | undefined {
  const removed = traces.findLast(({ at, from }) => isPatch(from) && from.at(-1) !== 'value' && startsWith(at, path));
  const best = removed ?? nearestTrace(path, traces);
  return best && [...best.from, ...path.slice(best.at.length)];
}

function codeOf(cause: Path | undefined): 'output/patch' | 'output/field' {
  return cause !== undefined && isPatch(cause) ? 'output/patch' : 'output/field';
}

function isPatch([first]: Path): boolean {
  return first === 'patches';
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((segment, index) => segment === path[index]);
}
