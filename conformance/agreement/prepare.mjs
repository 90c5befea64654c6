// Makes what the comparison with kro needs and the repository does not hold, once, in the cache of the engines: the oracle, what kro's
// tests try, and the kinds of an API server in the form that the compiler reads.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goModule } from '../../scripts/vendor-schemas/go-module.mjs';
import { buildEnvironment, buildFlags, cacheFolder, makeOnce } from '../engines/build.mjs';
import { recordKroTests } from './corpus/record-kro-tests.mjs';
import { writeKinds } from './write-kinds.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const oracleSources = join(here, 'oracle');
const schemas = fileURLToPath(new URL('../../schemas/kubernetes/', import.meta.url));
const environment = { ...process.env, ...buildEnvironment };
const kro = 'github.com/kubernetes-sigs/kro';
const modules = [kro, 'github.com/google/cel-go', 'k8s.io/apiserver'];

/** @param {readonly string[]} args */
function go(...args) {
  return execFileSync('go', args, { cwd: oracleSources, env: environment, encoding: 'utf8' }).trim();
}

/**
 * Folders of the modules that the oracle is built of, by name.
 * @returns {Record<string, string>}
 */
function moduleFolders() {
  go('mod', 'download', ...modules);
  const lines = go('list', '-m', '-f', '{{.Path}}={{.Dir}}', ...modules).split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=')));
}

/** @param {string} folder */
const filesIn = (folder, options = {}) =>
  readdirSync(folder, { ...options, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/**
 * @param {string} name
 * @param {string[]} files
 * @param {unknown} settings
 * @param {(path: string) => void} make
 * @returns {string} a path in the cache, made by `make(path)` once for these files and settings
 */
function made(name, files, settings, make) {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of files.sort()) hash.update(readFileSync(file));
  const path = join(cacheFolder(), `agreement-${name}-${hash.digest('hex').slice(0, 16)}`);
  mkdirSync(cacheFolder(), { recursive: true });
  const started = performance.now();
  if (makeOnce(path, make)) console.error(`made ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return path;
}

/** @param {string} path */
function buildOracle(path) {
  const args = ['build', ...buildFlags, '-ldflags', '-s -w', '-o', path, '.'];
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'inherit', 'inherit'];
  const { status } = spawnSync('go', args, { cwd: oracleSources, env: environment, stdio });
  if (status !== 0) throw new Error('go build of the oracle failed');
}

/**
 * @returns {{ oracle: string[], modules: Record<string, string>, kroTests: string, kinds: string }} the command that judges; the
 * folders of modules; what kro's tests try, and the folder of the kinds
 */
export function prepareAgreement() {
  const folders = moduleFolders();
  /** @type {{ modules: { module: string, version: string, folder: string, builtin?: unknown }[] }} */
  const { modules: sources } = JSON.parse(readFileSync(join(schemas, 'sources.json'), 'utf8'));
  const server = sources.find(({ builtin }) => builtin !== undefined);
  const kroFolder = folders[kro];
  if (server === undefined || kroFolder === undefined) throw new Error('Kubernetes or kro is not among the modules');
  const openapi = join(goModule(server.module, server.version).folder, server.folder);
  const settings = [buildFlags, go('env', 'GOVERSION', 'GOOS', 'GOARCH')];
  const oracle = made('oracle', filesIn(oracleSources), settings, buildOracle);
  const recorder = [...filesIn(join(here, 'corpus/record')), join(here, 'corpus/record-kro-tests.mjs')];
  const kroTests = made('kro-tests', recorder, kroFolder, (path) => recordKroTests(kroFolder, path));
  const vendored = [
    ...filesIn(schemas),
    ...['builtin', 'compact'].flatMap((name) => filesIn(join(schemas, name), { recursive: true })),
  ];
  const reducers = ['reduce-openapi', 'share-subtrees'].map((name) =>
    join(here, `../../scripts/vendor-schemas/${name}.mjs`),
  );
  const kinds = made('kinds', [...vendored, ...reducers, join(here, 'write-kinds.mjs')], server, (path) =>
    writeKinds(openapi, schemas, path),
  );
  const flags = {
    openapi,
    crds: join(schemas, 'crds'),
    kinds: join(kinds, 'index.json'),
    'rgd-crd': join(kroFolder, 'helm/crds/kro.run_resourcegraphdefinitions.yaml'),
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`-${name}`, value]);
  return { oracle: [oracle, ...args], modules: folders, kroTests, kinds };
}
