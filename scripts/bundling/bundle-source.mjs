import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { cachePath, writeCached } from './cache.mjs';
import { nodeOptions } from './node-options.mjs';

/**
 * Bundles a file of the sources with all that it imports.
 * @param {string} root
 * @param {string} entry
 * @param {{ plugins?: import('esbuild').Plugin[], external?: string[], packages?: 'external' }} options what is left out:
 *   esbuild at least, which is a program
 * @returns {Promise<{ path: string, hash: string }>} hash: of all that was bundled
 */
export async function bundleSource(root, entry, { plugins = [], external = ['esbuild'], packages } = {}) {
  const options = nodeOptions(root);
  const { outputFiles } = await build({
    ...options,
    plugins: [...options.plugins, ...plugins],
    entryPoints: [entry],
    external,
    ...(packages && { packages }),
    write: false,
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  const name = `${entry.replace(/^.*\/|\.ts$/g, '')}-${hash}.mjs`;
  return { hash, path: existsSync(cachePath(root, name)) ? cachePath(root, name) : writeCached(root, name, contents) };
}
