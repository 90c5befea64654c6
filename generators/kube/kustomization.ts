import type { Built, KustomizationProblem } from '../model/built.ts';
import { foreignPatterns } from '../schema/structural/foreign-patterns.ts';
import { accumulateFolder, gather } from './kustomize/accumulate.ts';
import { type AuthoredFiles, authoredFiles, type ReadText } from './kustomize/authored-files.ts';
import { appendHash } from './kustomize/config-maps.ts';
import type { Kustomization } from './kustomize/kustomization-fields.ts';
import { type Build, type BuildSize, layerWithoutFile } from './kustomize/layer.ts';
import { fixReferences } from './kustomize/name-references.ts';
import { copyOfResource, idOf, kindOf, manifestOf, type Resource } from './kustomize/resource.ts';
import { transform } from './kustomize/transform.ts';

export type { Built, KustomizationProblem } from '../model/built.ts';
export { kustomizationNames } from './kustomize/authored-files.ts';
export { containersOf, parseImage } from './kustomize/images.ts';
export type { Kustomization } from './kustomize/kustomization-fields.ts';
export { scalableKinds } from './kustomize/transform.ts';

export interface Kustomizer {
  /** Builds a folder that has a kustomization. No path may lead out of `within`, which is the root unless it is given. */
  readonly build: (folder: string, within?: string) => Built;
  /** Builds a kustomization that stands in no file, at the root; no path may lead out of a folder that it lists. */
  readonly customize: (kustomization: Kustomization) => Built;
}

/** Imitates kustomize 5 for what the generators emit and what bases usually need. Each file is parsed once. Paths are relative to one root. */
export function newKustomizer(read: ReadText): Kustomizer {
  const files = authoredFiles(read);
  const gathered = new Map<string, Gathered>();
  return {
    build: (folder, within = '.') => {
      const build = newBuild(files, within);
      return finish(build, accumulateFolder(build, folder, false, []));
    },
    customize: (kustomization) => {
      const { resources, components, configMapGenerator, generatorOptions } = kustomization;
      const key = JSON.stringify([resources, components, configMapGenerator, generatorOptions]);
      const known = gathered.get(key) ?? gatherOnce(files, kustomization);
      gathered.set(key, known);
      const build = { ...newBuild(files, undefined), problems: [...known.problems] };
      const own = known.resources.map(copyOfResource);
      transform(build, layerWithoutFile(build, kustomization), own);
      return finish(build, own);
    },
  };
}

/** What many kustomizations change in different ways. */
interface Gathered {
  readonly resources: readonly Resource[];
  readonly problems: readonly KustomizationProblem[];
}

function gatherOnce(files: AuthoredFiles, kustomization: Kustomization): Gathered {
  const build = newBuild(files, undefined);
  return { resources: gather(build, layerWithoutFile(build, kustomization), []), problems: build.problems };
}

/** What kustomize makes of one folder. */
export function buildKustomization(read: ReadText, folder: string): Built {
  return newKustomizer(read).build(folder);
}

function newBuild(files: AuthoredFiles, within: string | undefined): Build {
  return { files, within, problems: [], patterns: foreignPatterns(), size: newSize(), open: [] };
}

const newSize = (): BuildSize => ({ objects: 0, bytes: 0, folders: 0, isTold: false });

/** Names are final only now, so hashes and then references come last, once for everything. */
function finish(build: Build, resources: readonly Resource[]): Built {
  for (const resource of resources) if (resource.hashed) appendHash(resource);
  fixReferences(resources, (referrer, name) => {
    build.problems.push({
      severity: 'error',
      message: `${kindOf(referrer)} "${idOf(referrer).name}" refers to "${name}", which several objects are called.`,
    });
  });
  return { objects: resources.filter(isDelivered).map(manifestOf), problems: build.problems };
}

/** Objects marked as local are inputs of kustomize and nothing else. */
function isDelivered({ object }: Resource): boolean {
  const { annotations } = object['metadata'] as { readonly annotations?: Readonly<Record<string, unknown>> };
  return ['false', undefined].includes(annotations?.['config.kubernetes.io/local-config'] as string | undefined);
}
