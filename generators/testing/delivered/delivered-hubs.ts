import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { DeliveredUnits } from '../../checks/check.ts';
import argocd from '../../delivery/argocd/index.ts';
import type { Delivered, OutFiles } from '../../delivery/delivered.ts';
import { vendoredSchemas } from '../../disk/vendored-schemas.ts';
import type { Manifest } from '../../model/manifest.ts';
import { libraryKinds } from '../../owners/library.ts';

/** What Argo CD makes of one hub's part of `out/`, from its root Application on: on the hub, and on its spokes. */
export interface DeliveredHub extends DeliveredUnits {
  readonly name: string;
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
  return [...new Set(units.map(({ hub }) => hub))].map((name) => ({
    name,
    to: 'hub',
    engine: argocd,
    units: units.filter(({ hub }) => hub === name),
    isNamespaced,
    isAuthored: () => false,
    locate: () => ({}),
  }));
}

export const applicationOf = ({ object }: Delivered): Application => object as Application;
