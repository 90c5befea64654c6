// Bundles the runner and the proofs for Node. Two folders below the root, as the sources are: what they read beside
// themselves is found from there too.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generated } from '../scripts/bundling/generated.mjs';
import { nodeOptions } from '../scripts/bundling/node-options.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(here, 'dist');
const keepMs = 24 * 60 * 60 * 1000;

/** Files of the proofs, in the order in which they run. */
function proofFiles() {
  try {
    return readdirSync(join(here, 'proofs'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort();
  } catch {
    return [];
  }
}

function removeOld() {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (Date.now() - statSync(path).mtimeMs > keepMs) rmSync(path, { force: true });
  }
}

/**
 * @param {string} name
 * @param {string} contents
 * @returns {Promise<string>} the bundle of a program, named by its content: another run may be under way on an older one
 */
export async function bundle(name, contents) {
  const options = nodeOptions(root);
  const { metafile } = await build({
    ...options,
    plugins: [...options.plugins, generated(root)],
    stdin: { contents, resolveDir: here, sourcefile: `${name}.ts`, loader: 'ts' },
    outdir: dist,
    entryNames: `${name}-[hash]`,
    outExtension: { '.js': '.mjs' },
    sourcemap: 'inline',
    metafile: true,
  });
  removeOld();
  return join(dist, basename(Object.keys(metafile.outputs)[0] ?? ''));
}

/** @returns {Promise<string>} the bundle of the runner and its proofs */
export function bundleProofs() {
  const imports = proofFiles().map((name, index) => `import proof${index} from './proofs/${name}';`);
  const proofs = proofFiles().map((_, index) => `proof${index}`);
  const contents = [
    ...imports,
    `import { selfTest } from './stack/self-test.ts';`,
    `import { main } from './stack/main.ts';`,
    `await main([selfTest, ${proofs.join(', ')}]);`,
  ];
  return bundle('conformance', contents.join('\n'));
}
