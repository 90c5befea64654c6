import {
  type Kustomization,
  type KustomizationProblem,
  type Kustomizer,
  newKustomizer,
  parseImage,
} from '../kube/kustomization.ts';
import type { AuthoredFolder, Spoke } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Path } from '../source/path.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { mirrorOf } from '../util/mirror.ts';
import { type Base, baseRoot, componentRoot, readBase } from './authored-base.ts';
import { baseFolder, componentFolder } from './paths.ts';

export type Application = Spoke['applications'][string];

/** A fault in what an application says of itself. */
export interface OverlayProblem {
  /** Within the application. */
  readonly path: Path;
  readonly message: string;
  readonly help?: string;
}

/** The kustomization that makes an application of a base. */
export interface Overlay {
  /** Content by path below the application's folder. */
  readonly files: { readonly 'kustomization.yaml': OverlayFile };
  /** What kustomize makes of it; undefined where that is not known. */
  readonly objects: readonly Manifest[] | undefined;
  readonly problems: readonly OverlayProblem[];
  /** Faults of the base and the components, at their places. */
  readonly authored: readonly KustomizationProblem[];
}

type OverlayFile = Kustomization & { readonly apiVersion: string; readonly kind: 'Kustomization' };

/** From `out/hubs/<hub>/spokes/<spoke>/applications/<application>` to `out`. */
const toOut = '../../../../../..';
const fromRoot = (path: string): string => path.replace(/^out/, toOut);

export interface FleetOverlays {
  readonly base: (name: string) => Base;
  readonly overlay: (name: string, application: Application) => Overlay;
}

/**
 * Makes the overlays of a fleet: each base is read once, and the same application on a thousand spokes is one overlay.
 * The bases and components must exist.
 */
export function newOverlays(
  bases: ReadonlyMap<string, AuthoredFolder>,
  components: ReadonlyMap<string, AuthoredFolder>,
  imageMirrors: Readonly<Record<string, string>> = {},
): FleetOverlays {
  const kustomizer = newKustomizer(readerOf(bases, components));
  const read = new Map<string, Base>();
  const made = new Map<string, Overlay>();
  const base = (name: string): Base => remember(read, name, () => readBase(kustomizer, name));
  return {
    base,
    overlay(name, application) {
      const { team, namespace, base: of = '', components: used, set } = application;
      const key = JSON.stringify([name, team, namespace, of, used, set.image, set.replicas]);
      return remember(made, key, () => applicationOverlay(kustomizer, name, application, base(of), imageMirrors));
    },
  };
}

function remember<T>(memo: Map<string, T>, key: string, make: () => T): T {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = make();
  memo.set(key, value);
  return value;
}

/** Reads the authored folders where they stand in the repository. */
function readerOf(bases: ReadonlyMap<string, AuthoredFolder>, components: ReadonlyMap<string, AuthoredFolder>) {
  return (path: string): string | undefined => {
    const [, kind, name = '', ...rest] = path.split('/');
    const folder = (kind === 'bases' ? bases : components).get(name);
    return path.startsWith('spokes/') ? folder?.files.get(rest.join('/')) : undefined;
  };
}

/** The overlay of one application: the base under its name, in its namespace, with what it sets. */
function applicationOverlay(
  kustomizer: Kustomizer,
  name: string,
  application: Application,
  base: Base,
  imageMirrors: Readonly<Record<string, string>>,
): Overlay {
  const problems: OverlayProblem[] = [];
  // Of a base that cannot be read, nothing follows.
  const readable = base.problems.every(({ severity }) => severity === 'warning');
  const change = readable ? imageChange(application, base, problems) : undefined;
  const images = throughMirrors(base, change, imageMirrors);
  const replicas = readable ? replicaCount(application, base, problems) : undefined;
  const { team, namespace, components } = application;
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace,
    namePrefix: `${name}-`,
    labels: [
      // Two applications of one base differ in their names alone, so a selector must tell them apart as well. Selectors cannot
      // change, but this label is part of every name: where it differs, the object is another one.
      { pairs: { 'wheelwright.dev/application': name }, includeSelectors: true },
      { pairs: { 'wheelwright.dev/team': team } },
    ],
    resources: [fromRoot(baseFolder(base.name))],
    ...(components.length > 0 && { components: components.map((component) => fromRoot(componentFolder(component))) }),
    ...(images.length > 0 && { images }),
    ...(replicas !== undefined && { replicas: [replicas] }),
  } as const;
  const { objects, problems: found } = kustomizer.customize({
    ...kustomization,
    resources: [baseRoot(base.name)],
    components: components.map(componentRoot),
  });
  if (replicas !== undefined) checkAutoscaler(objects, `${name}-${replicas.name}`, problems);
  return {
    files: { 'kustomization.yaml': kustomization },
    objects: found.length === 0 && problems.length === 0 ? objects : undefined,
    problems,
    authored: found,
  };
}

interface ImageChange {
  readonly name: string;
  readonly newName: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** The change of an image, and what else of the base is read from a mirror. */
function throughMirrors(
  base: Base,
  change: ImageChange | undefined,
  mirrors: Readonly<Record<string, string>>,
): readonly ImageChange[] {
  if (change !== undefined) return [{ ...change, newName: mirrorOf(mirrors, change.newName) }];
  const names = new Set(base.images.map((image) => parseImage(image).name));
  return [...names].sort(byCodePoint).flatMap((name) => {
    const newName = mirrorOf(mirrors, name);
    return newName === name ? [] : [{ name, newName }];
  });
}

function imageChange({ set }: Application, base: Base, problems: OverlayProblem[]): ImageChange | undefined {
  const open = base.images.find((image) => isOpen(image));
  if (set.image === undefined) {
    if (open !== undefined) {
      problems.push({
        path: ['base'],
        message: `The base "${base.name}" leaves the image open that it calls "${open}".`,
        help: 'Set `set.image`.',
      });
    }
    return undefined;
  }
  const names = [...new Set(base.images.map((image) => parseImage(image).name))];
  const [name] = names;
  if (name === undefined || names.length > 1) {
    const which =
      names.length > 1 ? `has several images (${names.map((other) => `"${other}"`).join(', ')})` : 'has no image';
    problems.push({
      path: ['set', 'image'],
      message: `The base "${base.name}" ${which}, so \`set.image\` cannot be applied.`,
      help: 'Use a component for what this application changes.',
    });
    return undefined;
  }
  const { name: newName, tag, digest } = parseImage(set.image);
  return { name, newName, ...(tag !== undefined && { newTag: tag }), ...(digest !== undefined && { digest }) };
}

function isOpen(image: string): boolean {
  const { tag, digest } = parseImage(image);
  return tag === undefined && digest === undefined;
}

function replicaCount({ set }: Application, base: Base, problems: OverlayProblem[]) {
  if (set.replicas === undefined) return undefined;
  const [name] = base.workloads;
  if (name !== undefined && base.workloads.length === 1) return { name, count: set.replicas };
  const which =
    name === undefined
      ? 'has no workload with replicas'
      : `has several workloads (${base.workloads.map((other) => `"${other}"`).join(', ')})`;
  problems.push({
    path: ['set', 'replicas'],
    message: `The base "${base.name}" ${which}, so \`set.replicas\` cannot be applied.`,
    help: 'Use a component for what this application changes.',
  });
  return undefined;
}

/** Git and an autoscaler would set the number back and forth for ever. */
function checkAutoscaler(objects: readonly Manifest[], workload: string, problems: OverlayProblem[]): void {
  const owner = objects.find(({ kind, spec }) => {
    const target = (spec as { readonly scaleTargetRef?: { readonly name?: unknown } } | undefined)?.scaleTargetRef;
    return kind === 'HorizontalPodAutoscaler' && target?.name === workload;
  });
  if (owner === undefined) return;
  problems.push({
    path: ['set', 'replicas'],
    message: `The number of replicas belongs to the ${owner.kind} "${owner.metadata.name}", so \`set.replicas\` cannot be applied.`,
    help: 'Remove `set.replicas`, or the component that brings the autoscaler.',
  });
}
