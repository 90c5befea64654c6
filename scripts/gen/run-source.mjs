import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generated } from '../bundling/generated.mjs';
import { nodeOptions } from '../bundling/node-options.mjs';

/** Runs TypeScript that imports from generators/, written as if it stood in the root, and gives its exports. */
export async function runSource(root, contents) {
  const options = nodeOptions(root);
  const { outputFiles } = await build({
    ...options,
    plugins: [...options.plugins, generated(root)],
    write: false,
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
