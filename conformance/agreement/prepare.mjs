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

function go(...args) {
  return execFileSync('go', args, { cwd: oracleSources, env: environment, encoding: 'utf8' }).trim();
}

/** Of everything that decides what is made. */
function keyOf() {
  const hash = createHash('sha256').update(JSON.stringify([buildFlags, go('env', 'GOVERSION', 'GOOS', 'GOARCH')]));
  const folders = [here, oracleSources, join(here, 'corpus/record')];
  const made = /\.(mjs|go|mod|sum)$/;
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) if (made.test(name)) hash.update(readFileSync(join(folder, name)));
  }
  for (const name of ['sources.json', 'index.json']) hash.update(readFileSync(join(schemas, name)));
  return hash.digest('hex').slice(0, 16);
}

function buildOracle(path) {
  const args = ['build', ...buildFlags, '-ldflags', '-s -w', '-o', path, '.'];
  const stdio = ['ignore', 'inherit', 'inherit'];
  const { status } = spawnSync('go', args, { cwd: oracleSources, env: environment, stdio });
  if (status !== 0) throw new Error('go build of the oracle failed');
}

function timed(what, path, make) {
  const started = performance.now();
  if (makeOnce(path, make)) console.error(`made ${what}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** @returns {{ oracle: string[], kro: string, kroTests: string, kinds: string }} the command that judges; folders and a file */
export function prepareAgreement() {
  const target = join(cacheFolder(), `agreement-${keyOf()}`);
  mkdirSync(target, { recursive: true });
  const kro = JSON.parse(go('mod', 'download', '-json', 'github.com/kubernetes-sigs/kro')).Dir;
  const { modules } = JSON.parse(readFileSync(join(schemas, 'sources.json'), 'utf8'));
  const server = modules.find(({ builtin }) => builtin !== undefined);
  const openapi = join(goModule(server.module, server.version).folder, server.folder);
  const [oracle, kroTests, kinds] = ['oracle', 'kro-tests.jsonl', 'kinds'].map((name) => join(target, name));
  timed('the oracle', oracle, buildOracle);
  timed("the record of kro's tests", kroTests, (path) => recordKroTests(kro, path));
  timed('the kinds', kinds, (path) => writeKinds(openapi, schemas, path));
  const flags = {
    openapi,
    crds: join(schemas, 'crds'),
    kinds: join(kinds, 'index.json'),
    'rgd-crd': join(kro, 'helm/crds/kro.run_resourcegraphdefinitions.yaml'),
  };
  return {
    oracle: [oracle, ...Object.entries(flags).flatMap(([name, value]) => [`-${name}`, value])],
    kro,
    kroTests,
    kinds,
  };
}
