import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { ApplicationSet } from '../../../schemas/types/argoproj.io/ApplicationSet.ts';
import type { AppProject } from '../../../schemas/types/argoproj.io/AppProject.ts';
import { vendoredSchemas } from '../../disk/vendored-schemas.ts';
import type { Manifest } from '../../model/manifest.ts';
import { libraryKinds } from '../../owners/library.ts';
import { renderTemplate } from './render-template.ts';
import { type OutFiles, objectsIn, syncedObjects } from './synced-objects.ts';

/** When something is applied: the waves that lead to it, from the root down. What is smaller comes first. */
export type Position = readonly number[];

export interface DeliveredObject {
  readonly object: Manifest;
  /** Absent for what is in no namespace. */
  readonly namespace?: string;
  readonly position: Position;
}

export interface DeliveredApplication {
  readonly application: Application;
  readonly position: Position;
  /** What it syncs, where that stands in this repository. */
  readonly objects?: readonly DeliveredObject[];
}

/** What Argo CD makes of one hub's part of `out/`, from its root Application on. */
export interface DeliveredHub {
  readonly name: string;
  /** Address of this repository. */
  readonly repository: string;
  readonly applications: readonly DeliveredApplication[];
  readonly projects: ReadonlyMap<string, { readonly project: AppProject; readonly position: Position }>;
}

const schemas = vendoredSchemas().with(libraryKinds());

function isNamespaced({ apiVersion, kind }: Manifest): boolean {
  const schema = schemas.get(apiVersion, kind);
  if (schema === undefined) throw new Error(`there is no schema of ${apiVersion}/${kind}`);
  return schema.scope === 'Namespaced';
}

function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

export function comparePositions(a: Position, b: Position): number {
  for (const [index, wave] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (wave !== other) return wave - other;
  }
  return a.length - b.length;
}

/** Every hub, everything that its root leads to. */
export function deliver(files: OutFiles): readonly DeliveredHub[] {
  return [...files]
    .filter(([path]) => /^out\/hubs\/[^/]+\/bootstrap\//.test(path))
    .map(([path, text]) => deliverHub(files, path.split('/')[2] ?? '', objectsIn(text)[0] as Application));
}

function deliverHub(files: OutFiles, name: string, root: Application): DeliveredHub {
  const repository = root.spec.source?.repoURL ?? '';
  const applications: DeliveredApplication[] = [];
  const projects = new Map<string, { readonly project: AppProject; readonly position: Position }>();
  const visit = (application: Application, position: Position): void => {
    const { source, destination } = application.spec;
    const path = source?.repoURL === repository ? source.path : undefined;
    const objects = path === undefined ? undefined : objectsAt(files, path, destination.namespace, position);
    applications.push({ application, position, ...(objects && { objects }) });
    for (const { object, position: at } of objects ?? []) {
      if (object.kind === 'AppProject')
        projects.set(object.metadata.name, { project: object as AppProject, position: at });
      if (object.kind === 'Application') visit(object as Application, at);
      if (object.kind === 'ApplicationSet')
        for (const made of applicationsOf(object as ApplicationSet, files)) visit(made, at);
    }
  };
  visit(root, []);
  return { name, repository, applications, projects };
}

function objectsAt(
  files: OutFiles,
  path: string,
  fallback: string | undefined,
  position: Position,
): readonly DeliveredObject[] {
  return syncedObjects(files, path).map((object) => {
    const namespace = isNamespaced(object) ? (object.metadata.namespace ?? fallback) : undefined;
    return { object, position: [...position, waveOf(object)], ...(namespace !== undefined && { namespace }) };
  });
}

/** What a set with a generator of Git files makes. */
export function applicationsOf(set: ApplicationSet, files: OutFiles): readonly Application[] {
  const patterns = set.spec.generators.flatMap(({ git }) => git?.files?.map(({ path }) => path) ?? []);
  const matching = [...files].filter(([path]) => patterns.some((pattern) => gitPattern(pattern).test(path)));
  return matching.map(([, text]) => {
    const { metadata, spec } = renderTemplate(set.spec.template, JSON.parse(text) as Record<string, unknown>);
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { ...metadata, namespace: set.metadata.namespace },
      spec,
    } as Application;
  });
}

/** As `git ls-files` takes it: a star goes over slashes. */
function gitPattern(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}
