// Builds the engines from go.mod, once: `node conformance/engines/build.mjs [NAME…]`. A folder of the cache holds what one
// go.mod, one Go and one set of flags gave; every file in it appears in one rename, so an interrupted build goes on later.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copies, engines, linkerFlags } from './engines.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const buildFlags = ['-mod=readonly', '-trimpath', '-buildvcs=false'];
/** No cgo: the binaries need nothing of the machine. The Go that is installed is the one that is used. */
export const buildEnvironment = { CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' };

/** Where everything that is made once is kept: WHEELWRIGHT_ENGINES, or a folder of the user's cache. */
export function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return process.env['WHEELWRIGHT_ENGINES'] || join(base, 'wheelwright-conformance');
}

/** @param {readonly string[]} args */
function go(args) {
  return execFileSync('go', args, { cwd: here, env: { ...process.env, ...buildEnvironment }, encoding: 'utf8' }).trim();
}

/** @returns {string} the folder of these engines, which need not exist yet: bin/, crds/ and charts/ are in it */
function enginesFolder() {
  const goMod = readFileSync(join(here, 'go.mod'), 'utf8');
  const key = createHash('sha256')
    .update(goMod)
    .update(readFileSync(join(here, 'go.sum')))
    .update(
      JSON.stringify([buildFlags, linkerFlags(goMod), engines, copies, go(['env', 'GOVERSION', 'GOOS', 'GOARCH'])]),
    )
    .digest('hex');
  return join(cacheFolder(), `engines-${key.slice(0, 16)}`);
}

/**
 * Makes `path` by `make(temporary)` and one rename; whoever comes second loses nothing but time.
 * @param {string} path
 * @param {(temporary: string) => void} make
 */
export function makeOnce(path, make) {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    make(temporary);
    if (!existsSync(path)) renameSync(temporary, path);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return true;
}

/**
 * @param {typeof engines[number]} engine
 * @param {string} path
 * @param {readonly string[]} flags
 */
function compile({ name, package: source }, path, flags) {
  const started = performance.now();
  const made = makeOnce(path, (temporary) => {
    const args = ['build', ...buildFlags, '-ldflags', flags.join(' '), '-o', temporary, source];
    const env = { ...process.env, ...buildEnvironment };
    const { status } = spawnSync('go', args, { cwd: here, env, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) throw new Error(`go build of ${name} failed`);
  });
  if (!made) return;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`built ${name}: ${seconds} s, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
}

/**
 * Files of the module cache are read-only, and a copy of them could not be removed again.
 * @param {typeof copies[number]} copy
 * @param {string} target
 */
function copyModuleFolder({ to, module, folder }, target) {
  makeOnce(join(target, to), (temporary) => {
    const source = join(JSON.parse(go(['mod', 'download', '-json', module])).Dir, folder);
    cpSync(source, temporary, { recursive: true, mode: 0 });
    execFileSync('chmod', ['-R', 'u+w', temporary]);
  });
}

/** @returns {string} the folder of the engines; prints how long each took that had to be built */
export function buildEngines(names = engines.map(({ name }) => name)) {
  const target = enginesFolder();
  const flags = linkerFlags(readFileSync(join(here, 'go.mod'), 'utf8'));
  const chosen = engines.filter(({ name }) => names.includes(name));
  for (const engine of chosen) compile(engine, join(target, 'bin', engine.name), flags);
  for (const copy of copies) copyModuleFolder(copy, target);
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !engines.some((engine) => engine.name === name));
  if (unknown) {
    console.error(`"${unknown}" is none of ${engines.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  console.log(buildEngines(names.length > 0 ? names : undefined));
}
