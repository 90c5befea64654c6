// Runs a program of this repository that is TypeScript: `node scripts/run.mjs scripts/gen.ts --check`. Node alone cannot, at
// the oldest version that is supported.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A bundle lies elsewhere than its sources, which find files from where they are.
 * @type {import('esbuild').Plugin}
 */
const places = {
  name: 'places',
  setup(build) {
    build.onLoad({ filter: /[\\/](scripts|bench|conformance)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

const [script = '', ...args] = process.argv.slice(2);
await ensureInstalled();
const { bundleSource } = await import('./bundling/bundle-source.mjs');
const { generated } = await import('./bundling/generated.mjs');
const { path } = await bundleSource(root, script, { plugins: [generated(root), places], packages: 'external' });
const { main } = await import(pathToFileURL(path).href);
process.exitCode = await main(args);
