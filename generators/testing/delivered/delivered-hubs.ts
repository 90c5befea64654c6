import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { AppProject } from '../../../schemas/types/argoproj.io/AppProject.ts';
import argocd from '../../delivery/argocd/index.ts';
import { type Delivered, type OutFiles, type Position, positionOf } from '../../delivery/delivered.ts';
import { vendoredSchemas } from '../../disk/vendored-schemas.ts';
import type { Manifest } from '../../model/manifest.ts';
import { libraryKinds } from '../../owners/library.ts';

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
  readonly applications: readonly DeliveredApplication[];
  readonly projects: ReadonlyMap<string, { readonly project: AppProject; readonly position: Position }>;
}

const schemas = vendoredSchemas().with(libraryKinds());

function isNamespaced({ apiVersion, kind }: Manifest): boolean {
  const schema = schemas.get(apiVersion, kind);
  if (schema === undefined) throw new Error(`there is no schema of ${apiVersion}/${kind}`);
  return schema.scope === 'Namespaced';
}

/** Every hub, with everything that its root leads to. Throws where something of it is not known. */
export function deliveredHubs(files: OutFiles): readonly DeliveredHub[] {
  const units = argocd.deliver(files);
  const problems = units.flatMap((unit) => unit.problems());
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [...new Set(units.map(({ hub }) => hub))].map((name) => {
    const applications = units.filter(({ hub }) => hub === name).map(applicationOf);
    const projects = applications
      .flatMap(({ objects = [] }) => objects)
      .filter(({ object }) => object.kind === 'AppProject')
      .map(({ object, position }) => [object.metadata.name, { project: object as AppProject, position }] as const);
    return { name, applications, projects: new Map(projects) };
  });
}

function applicationOf(unit: Delivered): DeliveredApplication {
  const position = positionOf(unit);
  const objects = unit.objects().map(({ object, order }) => {
    const namespace = isNamespaced(object) ? (object.metadata.namespace ?? unit.namespace) : undefined;
    return { object, position: [...position, order], ...(namespace !== undefined && { namespace }) };
  });
  return { application: unit.object as Application, position, ...(unit.folder !== undefined && { objects }) };
}
