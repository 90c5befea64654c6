import { type Built, containersOf, type Kustomizer, scalableKinds } from '../../kube/kustomization.ts';

/** What an application may change in a base. */
export interface Base extends Built {
  readonly name: string;
  /** Names of the workloads whose number of copies can be set. */
  readonly workloads: readonly string[];
  /** Images as its containers have them, each once. */
  readonly images: readonly string[];
}

export const baseRoot = (name: string): string => `spokes/bases/${name}`;
export const componentRoot = (name: string): string => `spokes/components/${name}`;

/** The base below `spokes/bases`, with every problem of its kustomization. */
export function readBase(kustomizer: Kustomizer, name: string): Base {
  const folder = baseRoot(name);
  const built = kustomizer.build(folder, folder);
  return {
    ...built,
    name,
    workloads: built.objects.filter(({ kind }) => scalableKinds.has(kind)).map(({ metadata }) => metadata.name),
    images: [...new Set(built.objects.flatMap((object) => containersOf(object).map(({ image }) => image)))],
  };
}
