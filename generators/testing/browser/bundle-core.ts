import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { browserOptions } from '../../../scripts/bundling/browser-options.mjs';

const entry = 'generators/testing/browser/core.ts';

export interface CoreBundle {
  /** By name; `core.js` is the one to import. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes with gzip, of what is loaded at once and of what is loaded when it is needed. */
  readonly size: { readonly core: number; readonly lazy: number };
}

/** The compiler for a browser. Throws where it needs anything of Node. */
export async function bundleCore(root: string): Promise<CoreBundle> {
  const { outputFiles, metafile } = await build({ ...browserOptions(root), entryPoints: [entry] });
  const files = new Map(outputFiles.map(({ path, contents }) => [nameOf(path), contents]));
  const imported = new Map(
    Object.entries(metafile.outputs).map(([path, { imports }]) => [
      nameOf(path),
      imports.filter(({ kind }) => kind === 'import-statement').map((one) => nameOf(one.path)),
    ]),
  );
  const atOnce = new Set<string>(['core.js']);
  for (const name of atOnce) for (const other of imported.get(name) ?? []) atOnce.add(other);
  const sizeOf = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '', { level: 9 }).length, 0);
  const lazy = [...files.keys()].filter((name) => !atOnce.has(name));
  return { files, size: { core: sizeOf(atOnce), lazy: sizeOf(lazy) } };
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
