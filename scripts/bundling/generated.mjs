// Modules that are made when sources are bundled or tested: `generated:validators` and `generated:complete-schemas` from the
// model, `generated:library` from the graphs of the library. generators/generated.d.ts has their types.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundleSource } from './bundle-source.mjs';
import { cachePath, writeCached } from './cache.mjs';

const prefix = 'generated:';

/** @param {string} name */
const makerOf = (name) => `scripts/generated/${name === 'library' ? 'library-module' : 'modules'}.ts`;

/**
 * Texts of the modules by name. To make them takes seconds, to find out that they are the same a fraction of one.
 * @param {string} root
 * @param {string} maker
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
async function generatedModules(root, maker) {
  const { path, hash } = await bundleSource(root, maker);
  const name = `modules-${hash}.json`;
  try {
    return JSON.parse(readFileSync(cachePath(root, name), 'utf8'));
  } catch {
    const { generateModules } = await import(pathToFileURL(path).href);
    const modules = await generateModules(root);
    writeCached(root, name, JSON.stringify(modules));
    return modules;
  }
}

/**
 * @param {string} root
 * @returns {(id: string) => Promise<string>}
 */
function reader(root) {
  /** @type {Map<string, ReturnType<typeof generatedModules>>} */
  const made = new Map();
  return async (id) => {
    const name = id.slice(prefix.length);
    const maker = makerOf(name);
    const modules = made.get(maker) ?? generatedModules(root, maker);
    made.set(maker, modules);
    const text = (await modules)[name];
    if (text === undefined) throw new Error(`nothing generates ${id}`);
    return text;
  };
}

/**
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function generated(root) {
  return {
    name: 'generated',
    setup(build) {
      const read = reader(root);
      build.onResolve({ filter: /^generated:/ }, ({ path }) => ({ path, namespace: 'generated' }));
      build.onLoad({ filter: /.*/, namespace: 'generated' }, async ({ path }) => ({ contents: await read(path) }));
    },
  };
}

/**
 * The same for Vite.
 * @param {string} root
 * @returns {import('vitest/config').Plugin}
 */
export function generatedForVite(root) {
  const read = reader(root);
  return {
    name: 'generated',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${prefix}`) ? read(id.slice(1)) : undefined),
  };
}
