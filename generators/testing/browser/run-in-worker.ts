import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CoreBundle } from './bundle-core.ts';
import type { CoreInput, CoreOutput } from './core.ts';

/** What a browser does not have goes before the core is loaded. */
const program = `
const { parentPort, workerData: { url, input } } = require('node:worker_threads');
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'require', 'module'])
  delete globalThis[name];
import(url)
  .then(({ compileTexts }) => compileTexts(input))
  .then((output) => parentPort.postMessage(output));
`;

/** Runs the core in a worker that has nothing of Node; `folder`: where its files may lie. */
export async function runInWorker({ files }: CoreBundle, folder: string, input: CoreInput): Promise<CoreOutput> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  const url = pathToFileURL(join(folder, 'core.js')).href;
  const worker = new Worker(program, { eval: true, workerData: { url, input } });
  const [output] = await once(worker, 'message');
  await worker.terminate();
  return output as CoreOutput;
}
