import {
  type Kustomization,
  type KustomizationProblem,
  type Kustomizer,
  newKustomizer,
} from '../../kube/kustomization.ts';
import type { AuthoredFolder } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { baseFolder, componentFolder } from '../paths.ts';
import type { Application, OverlayProblem } from './application.ts';
import { type Base, baseRoot, componentRoot, readBase } from './authored-base.ts';
import { checkOpenImages, imageChange, throughMirrors } from './overlay-images.ts';
import { checkAutoscaler, replicaCount } from './overlay-replicas.ts';

/** The kustomization that makes an application of a base. */
export interface Overlay {
  /** Content by path below the application's folder. */
  readonly files: { readonly 'kustomization.yaml': OverlayFile };
  /** What Argo CD makes of it, with the application's namespace where kustomize gives none; undefined where that is not known. */
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
      const key = JSON.stringify([name, team, namespace, of, used, set.image, set.replicas, set.namePrefix]);
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

/**
 * The overlay of one application: the base with what it sets. Names stay as they are, for other texts of the base may hold
 * them. Argo CD puts what names no namespace into that of the application.
 */
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
  const { namePrefix } = application.set;
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(namePrefix !== undefined && { namePrefix }),
    labels: [applicationLabel(name, namePrefix), { pairs: { 'wheelwright.dev/team': team } }],
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
  if (readable && application.set.image === undefined) checkOpenImages(base.name, objects, problems);
  if (replicas !== undefined) checkAutoscaler(objects, `${namePrefix ?? ''}${replicas.name}`, problems);
  return {
    files: { 'kustomization.yaml': kustomization },
    objects:
      found.length === 0 && problems.length === 0 ? objects.map((object) => inNamespace(object, namespace)) : undefined,
    problems,
    authored: found,
  };
}

/**
 * A prefix makes room for a second application of the same base, whose pods have the labels of the first: a selector must
 * tell them apart. Elsewhere selectors stay as they are, for what they select may be nobody's here.
 */
function applicationLabel(name: string, namePrefix: string | undefined) {
  const pairs = { 'wheelwright.dev/application': name };
  return namePrefix === undefined ? { pairs, includeTemplates: true } : { pairs, includeSelectors: true };
}

function inNamespace(object: Manifest, namespace: string): Manifest {
  return { ...object, metadata: { ...object.metadata, namespace: object.metadata.namespace ?? namespace } };
}
