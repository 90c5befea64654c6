import type { OutFiles } from './delivered.ts';

/** Folders with what is applied by hand, by the hub for which it is. */
export function bootstrapFolders(files: OutFiles): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const path of files.keys()) {
    const [, folder, hub] = /^(out\/hubs\/([^/]+)\/bootstrap)\//.exec(path) ?? [];
    if (folder !== undefined && hub !== undefined) folders.set(hub, folder);
  }
  return folders;
}
