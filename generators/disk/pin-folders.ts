import * as fs from 'node:fs';

interface Pinned {
  readonly name: string;
  readonly descriptor: number;
}

/** Where an entry can be reached through a folder that is held open; only Linux has it. */
const descriptors = '/proc/self/fd';
const folderOnly = fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0) | (fs.constants.O_NOFOLLOW ?? 0);

export interface FolderPins {
  /** Another path to the same place, which leads there whatever becomes of the folders of this one. Throws where one is a link. */
  readonly reach: (path: string) => string;
  readonly release: () => void;
}

/**
 * Holds open the folders that lead from a root to the place of the last change, each opened from the one above it and never
 * through a link: a folder that somebody swaps for a link in the middle of a build is not written through. Of each folder
 * directly below the root one way is held. Elsewhere than on Linux paths are what they are.
 */
export function pinFolders(root: string): FolderPins {
  if (!fs.existsSync(descriptors)) return { reach: (path) => path, release() {} };
  const ways = new Map<string, Pinned[]>();
  let top: number | undefined;

  const through = (descriptor: number, name: string): string => `${descriptors}/${descriptor}/${name}`;

  /** Descriptor of a folder, by its segments below the root. */
  function hold([first = '', ...rest]: readonly string[]): number {
    top ??= fs.openSync(root, fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0));
    const way = ways.get(first) ?? [];
    ways.set(first, way);
    const names = [first, ...rest];
    const same = way.findIndex(({ name }, index) => name !== names[index]);
    for (const { descriptor } of way.splice(same === -1 ? names.length : same)) fs.closeSync(descriptor);
    for (const name of names.slice(way.length)) {
      const parent = way.at(-1)?.descriptor ?? top;
      way.push({ name, descriptor: fs.openSync(through(parent, name), folderOnly) });
    }
    return way.at(-1)?.descriptor ?? top;
  }

  return {
    reach(path) {
      if (!path.startsWith(`${root}/`)) return path;
      const segments = path.slice(root.length + 1).split('/');
      const name = segments.pop() ?? '';
      return segments.length === 0 ? path : through(hold(segments), name);
    },
    release() {
      for (const way of ways.values()) for (const { descriptor } of way) fs.closeSync(descriptor);
      if (top !== undefined) fs.closeSync(top);
      ways.clear();
      top = undefined;
    },
  };
}
