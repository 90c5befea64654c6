import { readdirSync } from 'node:fs';

/** What follows it in dist/cli.mjs says which sources the bundle is of. */
export const stampMark = '// stamp ';

/** What decides the bundle and its hash; tests do not, nor CRDs, which only an API server reads. */
const folders = ['generators', 'schemas/kubernetes', 'scripts/bundling', 'scripts/generated'];
const ignoredFolders = new Set(['schemas/kubernetes/crds', 'generators/testing']);
const files = ['package.json', 'package-lock.json', 'scripts/bundle.mjs'];
const isTest = (/** @type {string} */ path) => path.endsWith('.test.ts') || path.endsWith('.snap');

/**
 * @param {string} root
 * @param {string} folder
 * @returns {Generator<string>}
 */
function* filesBelow(root, folder) {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!ignoredFolders.has(path)) yield* filesBelow(root, path);
    } else if (!isTest(path)) yield path;
  }
}

/**
 * Paths below the root, in a fixed order.
 * @param {string} root
 */
export function bundledFiles(root) {
  return [...folders.flatMap((folder) => [...filesBelow(root, folder)]).sort(), ...files];
}
