// Makes dist/ what the sources say, if it is not: cheap enough to run before every command of a clone.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledFiles, stampMark } from './bundled-files.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Changes when a file is added, removed or written. Not hashed: to load or warm up a hash costs more than to compare. */
function stampOfSources() {
  const stamps = bundledFiles(root).map((path) => {
    const stat = statSync(root + path, { throwIfNoEntry: false });
    return `${path}:${stat?.mtimeMs}:${stat?.size}`;
  });
  return stamps.join(' ');
}

function stampOfBundle() {
  try {
    const text = readFileSync(`${root}dist/cli.mjs`, 'utf8');
    return text.slice(text.indexOf(stampMark) + stampMark.length).trimEnd();
  } catch {
    return undefined;
  }
}

export async function ensureBundle() {
  await ensureInstalled();
  const stamp = stampOfSources();
  if (stamp === stampOfBundle()) return;
  const { bundle } = await import('./bundle.mjs');
  try {
    await bundle(root, { stamp, files: bundledFiles(root) });
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.stderr.write('The compiler could not be bundled from its sources.\n'); // esbuild has said why
    process.exit(3);
  }
}
