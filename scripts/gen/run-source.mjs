import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from '../bundle.mjs';

/** Runs TypeScript that imports from generators/, written as if it stood in the root, and gives its exports. */
export async function runSource(root, contents) {
  const { outputFiles } = await build({
    ...bundleOptions(root, {}),
    splitting: false,
    metafile: false,
    stdin: { contents, resolveDir: root, sourcefile: 'gen.ts', loader: 'ts' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'wheelwright-gen-'));
  try {
    const file = join(folder, 'gen.mjs');
    writeFileSync(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
