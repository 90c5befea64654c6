import { globs } from './globs.mjs';

// Dependencies that are CommonJS call `require` for Node's own modules; an ES module has none.
const banner = `import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);`;

/**
 * esbuild's options for any of the sources that is to run in Node.
 * @param {string} root
 */
export function nodeOptions(root) {
  return /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: banner },
    loader: { '.yml': 'text', '.yaml': 'text', '.md': 'text' },
    plugins: [globs],
    legalComments: 'none',
    logLevel: 'error',
  });
}
