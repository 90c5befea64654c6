import type { KindRef } from './kube-objects.ts';

export interface ResourceOfKind {
  readonly plural: string;
  readonly namespaced: boolean;
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

export const pathOfVersion = (apiVersion: string) =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/**
 * Finds the resource of a kind. What a server does not know yet is asked for again each time, because CRDs come at any moment;
 * `undefined` means that it serves no such kind now.
 */
export function openDiscovery(read: (path: string) => Promise<unknown>) {
  const known = new Map<string, ResourceOfKind>();
  return async ({ apiVersion, kind }: KindRef): Promise<ResourceOfKind | undefined> => {
    const key = `${apiVersion}/${kind}`;
    const found = known.get(key);
    if (found) return found;
    const list = (await read(pathOfVersion(apiVersion))) as ResourceList | undefined;
    for (const { name, kind: served, namespaced } of list?.resources ?? []) {
      if (!name.includes('/')) known.set(`${apiVersion}/${served}`, { plural: name, namespaced });
    }
    return known.get(key);
  };
}
