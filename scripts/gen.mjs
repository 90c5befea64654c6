// Writes what is generated and committed: `npm run gen`. With --check it writes nothing and fails when something is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

// Each exports `generate(root)`, which
// gives contents by path, and `owns`, which matches everything it ever wrote, so that what it no longer writes is removed.
const names = ['config-schemas', 'resource-types', 'reference'];

function readIfPresent(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function filesBelow(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length)
        .replaceAll('\\', '/'),
    );
}

const present = ['generators', 'schemas', 'docs'].flatMap((folder) => {
  try {
    return filesBelow(folder);
  } catch {
    return [];
  }
});

/** What differs from what is committed, by what was done about it. */
const changes = [];
const change = (found, done, path) => changes.push(`${check ? found : done}: ${path}`);
for (const name of names) {
  const { generate, owns } = await import(`./gen/${name}.mjs`);
  const wanted = await generate(root);
  for (const [path, content] of wanted) {
    const before = readIfPresent(join(root, path));
    if (before === content) continue;
    change(before === undefined ? 'missing' : 'stale', 'written', path);
    if (check) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const path of present.filter((path) => owns.test(path) && !wanted.has(path))) {
    change('left over', 'removed', path);
    if (!check) rmSync(join(root, path));
  }
}

for (const line of changes) process.stdout.write(`${line}\n`);
if (check && changes.length > 0) {
  process.stdout.write('Run `npm run gen` and commit what it writes.\n');
  process.exitCode = 1;
} else {
  process.stdout.write(check ? 'Generated files are up to date.\n' : `${changes.length} generated files changed.\n`);
}
