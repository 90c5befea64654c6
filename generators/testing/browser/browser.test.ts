import { build } from 'esbuild';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { browserOptions } from '../../../scripts/bundling/browser-options.mjs';
import { repositoryRoot } from '../example-fleet.ts';
import { temporaryRoot } from '../output-folder.ts';
import { bundleCore, type CoreBundle } from './bundle-core.ts';
import { compareWithOut, exampleInput } from './example-input.ts';
import { runInWorker } from './run-in-worker.ts';

/** Bytes with gzip, without the vendored kinds, which are data, and what only a fleet with teams (cdk8s) or graphs of its own loads. */
const mostBytes = 300 * 1024;

let bundle: CoreBundle;
beforeAll(async () => {
  bundle = await bundleCore(repositoryRoot);
});

test('the compiler needs nothing of Node: a worker without it makes out/ of the example fleet', async () => {
  const output = await runInWorker(bundle, temporaryRoot(onTestFinished), exampleInput(repositoryRoot));
  const { differences, equal } = compareWithOut(repositoryRoot, output);
  expect(differences).toEqual([]);
  expect(equal).toBeGreaterThan(50);
});

test('what needs Node is told with the file that does', async () => {
  const options = browserOptions(repositoryRoot);
  const bundled = build({ ...options, logLevel: 'silent', entryPoints: ['generators/disk/sha256.ts'] });
  await expect(bundled).rejects.toThrow(/disk.sha256\.ts needs node:crypto, which a browser does not have/);
});

test('the compiler is small enough to be loaded by a page', () => {
  const { core, lazy } = bundle.size;
  process.stdout.write(
    `The compiler for a browser: ${kilobytes(core)} with gzip, and ${kilobytes(lazy)} where a fleet has teams or graphs.\n`,
  );
  expect(core).toBeLessThan(mostBytes);
});

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;
