// Runs kro's own tests and notes down what they hand to kro. In a scratch copy of the pinned module some functions are wrapped:
// `record/` has the wrappers, and the wrapped function keeps its body under another name.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wrappers = fileURLToPath(new URL('record/', import.meta.url));

/** What of the module its tests need. */
const copied = ['go.mod', 'go.sum', 'api', 'pkg', 'test'];

/** A package of kro, the wrapper, and in which of its files the wrapped functions are. */
const wrapped = [
  { folder: 'pkg/graph', wrapper: 'graph.go', sources: ['builder.go', 'validation.go'] },
  {
    folder: 'pkg/graph/parser',
    wrapper: 'parser.go',
    sources: ['parser.go', 'schemaless.go', 'cel.go', 'conditions.go'],
  },
  { folder: 'pkg/simpleschema', wrapper: 'simpleschema.go', sources: ['simpleschema.go', 'parse.go', 'markers.go'] },
  { folder: 'test/integration/environment', wrapper: 'environment.go', sources: ['setup.go', 'client_isolation.go'] },
];

const unitTests = ['./pkg/graph', './pkg/graph/parser', './pkg/simpleschema'];
/** They want an API server. Without one each ends, and fails, where it creates its first graph. */
const integrationTests = './test/integration/suites/core';

const declaration = /^func (\([^)]*\) )?(\w+)\(/gm;

/**
 * Gives the functions of these names another one: what they were called is the wrapper's now.
 * @param {string} source
 * @param {readonly (string | undefined)[]} names
 */
function rename(source, names) {
  return source.replace(declaration, (head, receiver = '', name) =>
    names.includes(name) ? `func ${receiver}recorded${name}(` : head,
  );
}

/** @param {string} copy */
function wrap(copy) {
  mkdirSync(join(copy, 'pkg/recording'));
  cpSync(join(wrappers, 'recording.go'), join(copy, 'pkg/recording/recording.go'));
  for (const { folder, wrapper, sources } of wrapped) {
    const names = [...readFileSync(join(wrappers, wrapper), 'utf8').matchAll(declaration)].map(([, , name]) => name);
    cpSync(join(wrappers, wrapper), join(copy, folder, 'recorded_calls.go'));
    for (const source of sources) {
      const path = join(copy, folder, source);
      writeFileSync(path, rename(readFileSync(path, 'utf8'), names));
    }
  }
}

/**
 * @param {string} kro folder of the module
 * @param {string} target the file to write: a line of JSON, `{what, arguments}`, for each call
 */
export function recordKroTests(kro, target) {
  const copy = mkdtempSync(join(tmpdir(), 'wheelwright-kro-'));
  try {
    for (const name of copied) cpSync(join(kro, name), join(copy, name), { recursive: true, mode: 0 });
    // Files of the module cache are read-only.
    execFileSync('chmod', ['-R', 'u+w', copy]);
    wrap(copy);
    const env = { ...process.env, RECORD_TO: target, GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local', GOWORK: 'off' };
    /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
    const options = { cwd: copy, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
    const { status, stdout } = spawnSync('go', ['test', '-count=1', '-vet=off', ...unitTests], options);
    if (status !== 0) throw new Error(`kro's tests failed:\n${stdout}`);
    const integration = spawnSync(
      'go',
      ['test', '-count=1', '-vet=off', integrationTests, '-ginkgo.timeout=3m'],
      options,
    );
    if (!/Ran \d+ of \d+ Specs/.test(integration.stdout))
      throw new Error(`kro's tests did not run:\n${integration.stdout}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
