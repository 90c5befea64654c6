import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { bundleCore } from '../generators/testing/browser/bundle-core.ts';
import type { CoreOutput } from '../generators/testing/browser/core.ts';
import { compareWithOut, exampleInput } from '../generators/testing/browser/example-input.ts';

const root = join(import.meta.dirname, '..');
const patienceMs = 60_000;

type Content = readonly [type: string, content: string | Uint8Array];

/** Compiles the example fleet, and tells what became of it. */
const page = `<!doctype html><title>Wheelwright</title><script type="module">
const tell = (output) => fetch('/output', { method: 'POST', body: JSON.stringify(output) });
try {
  const [{ compileTexts }, input] = await Promise.all([import('/core.js'), fetch('/input').then((got) => got.json())]);
  await tell(await compileTexts(input));
} catch (error) {
  await tell({ messages: [String(error)], hashes: {} });
}
</script>`;

/** The compiler in a real browser (Chromium, of that name or another), on the example fleet. */
export async function main([program = 'chromium']: readonly string[]): Promise<number> {
  const { files, size } = await bundleCore(root);
  const contents = new Map<string, Content>([
    ['/', ['text/html', page]],
    ['/input', ['application/json', JSON.stringify(exampleInput(root))]],
  ]);
  for (const [name, content] of files) contents.set(`/${name}`, ['text/javascript', content]);
  const { differences, equal } = compareWithOut(root, await runPage(program, contents));
  for (const difference of differences) console.log(`different in a browser: ${difference}`);
  console.log(`the compiler in a browser: ${equal} files equal, ${Math.round(size.core / 1024)} KB gzip`);
  return differences.length === 0 ? 0 : 1;
}

/** What the page tells, or a message about the browser; `contents`: what the page asks for, by path. */
async function runPage(program: string, contents: ReadonlyMap<string, Content>): Promise<CoreOutput> {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') server.emit('output', await outputIn(request));
    const [type, content] = contents.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type }).end(content);
  });
  const output = once(server, 'output').then(([told]) => told as CoreOutput);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const profile = mkdtempSync(join(tmpdir(), 'wheelwright-browser-'));
  const browser = start(program, profile, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  try {
    return await Promise.race([output, endOf(browser)]);
  } finally {
    end(browser);
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

const outputIn = async (request: IncomingMessage): Promise<CoreOutput> => JSON.parse(await text(request)) as CoreOutput;

/** Its sandbox asks for rights that a container does not give; the page is ours, and asks nobody but the server above. */
function start(program: string, profile: string, address: string): ChildProcess {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`];
  return spawn(program, [...options, address], { stdio: 'ignore', detached: true, timeout: patienceMs });
}

/** `once` fails with the error of a program that cannot be started. */
async function endOf(browser: ChildProcess): Promise<CoreOutput> {
  const why = await once(browser, 'exit').then(
    ([code]) => `ended (${code ?? `after ${patienceMs / 1000} s`}) before the page told anything`,
    (error: Error) => `cannot be started: ${error.message}`,
  );
  return { messages: [`the browser ${why}`], hashes: {} };
}

/** With the processes that it started. */
function end({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
}
