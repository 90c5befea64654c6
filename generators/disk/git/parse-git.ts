export interface TreeEntry {
  readonly path: string;
  /** Git's name of its content. */
  readonly blob: string;
}

/** The files that `git ls-tree -r -z` lists, without symbolic links. */
export function parseTree(output: Buffer): readonly TreeEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, blob = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return mode !== undefined && mode !== '120000' ? [{ path, blob }] : [];
    });
}

/** Bytes of these objects, of which `git cat-file --batch-check` tells in their order. Undefined where one is missing, as in a partial clone. */
export function parseSizes(output: Buffer, names: readonly string[]): number[] | undefined {
  const lines = output.toString('latin1').split('\n');
  const sizes: number[] = [];
  for (const [index, name] of names.entries()) {
    const [found, kind, size = ''] = lines[index]?.split(' ') ?? [];
    if (found !== name || kind !== 'blob' || !/^\d{1,15}$/.test(size)) return undefined;
    sizes.push(Number(size));
  }
  return sizes;
}

/** What `git cat-file --batch` says of these objects, in their order. Undefined where one is missing, as in a partial clone. */
export function parseBlobs(output: Buffer, names: readonly string[]): string[] | undefined {
  const texts: string[] = [];
  let offset = 0;
  for (const name of names) {
    const end = output.indexOf(10, offset);
    const [found, kind, size = ''] = output.toString('latin1', offset, end).split(' ');
    if (end === -1 || found !== name || kind !== 'blob' || !/^\d{1,15}$/.test(size)) return undefined;
    offset = end + 1 + Number(size);
    if (offset > output.length) return undefined;
    texts.push(output.toString('utf8', end + 1, offset));
    offset += 1;
  }
  return texts;
}
