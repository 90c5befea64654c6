import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { generated } from './generated.mjs';
import { globs } from './globs.mjs';

/** Packages that load modules of Node for what is never asked of them here, such as to write files. */
const stubbing = /[\\/]node_modules[\\/](cdk8s|cdk8s-plus-\d+|constructs)[\\/]/;

/**
 * A module of Node is an error, with the file that asks for it; empty where such a package does.
 * @type {import('esbuild').Plugin}
 */
const withoutNode = {
  name: 'without Node',
  setup(build) {
    build.onResolve({ filter: /^[^.]/ }, ({ path, importer }) => {
      if (!isBuiltin(path)) return undefined;
      if (stubbing.test(importer)) return { path, namespace: 'nothing' };
      return { errors: [{ text: `${importer} needs ${path}, which a browser does not have` }] };
    });
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * esbuild's options for any of the sources that is to run in a browser, as small as it gets. What is imported lazily is a
 * chunk of its own.
 * @param {string} root
 */
export function browserOptions(root) {
  return /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    define: { 'process.env': '{}' },
    loader: { '.yml': 'text', '.yaml': 'text', '.md': 'text' },
    plugins: [globs, generated(root), withoutNode],
    legalComments: 'none',
    logLevel: 'error',
    outdir: '/',
    metafile: true,
    write: false,
  });
}
