// Bundles generators/cli.ts into dist/. Files are named by their content and `cli.mjs` is replaced last, in one rename, so
// that builds may run at once and a process that started on an older bundle still finds the chunks it has yet to load.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledFiles, stampMark } from './bundled-files.mjs';
import { generated } from './bundling/generated.mjs';
import { nodeOptions } from './bundling/node-options.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** Chunks that no bundle names are kept this long, for processes that still run on them. */
const graceMs = 60 * 60 * 1000;

/**
 * @param {string} root
 * @param {readonly string[]} files
 */
function hashOf(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n');
  return hash.digest('hex').slice(0, 32);
}

/**
 * esbuild's options for the compiler.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} constants
 */
function bundleOptions(root, constants) {
  const options = nodeOptions(root);
  return /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    ...options,
    plugins: [...options.plugins, generated(root)],
    // Names stay, so that a stack trace can be read. Half the text is half the time to load it.
    minifyWhitespace: true,
    minifySyntax: true,
    // Its ES modules: what is not used is left out, and nothing is wrapped.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    splitting: true,
    outdir: 'dist',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    metafile: true,
    write: false,
  });
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function replaceFile(path, content) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/**
 * @param {string} dist
 * @param {ReadonlySet<string>} named
 * @param {number} olderThanMs
 */
function removeUnnamed(dist, named, olderThanMs) {
  for (const name of readdirSync(dist)) {
    if (named.has(name) || name === '.installing') continue;
    const modified = statSync(join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - modified >= olderThanMs) rmSync(join(dist, name), { force: true });
  }
}

/**
 * A release keeps no older chunks and has notices.
 * @param {string} root
 * @param {{ stamp: string, files: readonly string[], release?: boolean }} what
 */
export async function bundle(root, { stamp, files, release = false }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const constants = { WHEELWRIGHT_VERSION: version, WHEELWRIGHT_HASH: hashOf(root, files) };
  const { outputFiles, metafile } = await build({
    ...bundleOptions(root, constants),
    entryPoints: ['generators/cli.ts'],
  });
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const named = new Set(['cli.mjs']);
  for (const { path, contents } of outputFiles) {
    named.add(basename(path));
    replaceFile(path, contents);
  }
  if (release) {
    named.add('THIRD_PARTY_NOTICES.txt');
    replaceFile(join(dist, 'THIRD_PARTY_NOTICES.txt'), thirdPartyNotices(root, metafile));
  }
  const outputs = Object.entries(metafile.outputs);
  const [entry = ''] = outputs.find(([, { entryPoint }]) => entryPoint === 'generators/cli.ts') ?? [];
  replaceFile(join(dist, 'cli.mjs'), `export * from './${basename(entry)}';\n${stampMark}${stamp}\n`);
  removeUnnamed(dist, named, release ? 0 : graceMs);
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await bundle(root, { stamp: 'release', files: bundledFiles(root), release: true });
}
