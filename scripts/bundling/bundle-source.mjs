import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { cachePath, writeCached } from './cache.mjs';
import { nodeOptions } from './node-options.mjs';

/**
 * Bundles a file of the sources with all that it imports but esbuild itself, which is a program.
 * @param {string} root
 * @param {string} entry
 * @param {readonly import('esbuild').Plugin[]} plugins
 * @returns {Promise<{ path: string, hash: string }>} hash: of all that it can depend on
 */
export async function bundleSource(root, entry, plugins = []) {
  const options = nodeOptions(root);
  const { outputFiles } = await build({
    ...options,
    plugins: [...options.plugins, ...plugins],
    entryPoints: [entry],
    external: ['esbuild'],
    write: false,
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  const name = `${entry.replace(/^.*\/|\.ts$/g, '')}-${hash}.mjs`;
  return { hash, path: existsSync(cachePath(root, name)) ? cachePath(root, name) : writeCached(root, name, contents) };
}
