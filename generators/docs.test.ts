import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from './commands/table.ts';
import { cloneRepository } from './testing/clone-repository.ts';
import { followPage, type Place } from './testing/follow-page.ts';
import { readPage } from './testing/read-document.ts';

// What the documents say is true: their commands are run and their outputs compared, see testing/follow-page.ts.
//   ```sh                      commands, run in order
//   ```text                    right after them: what they print; `…` stands for anything
//   ```yaml, ```ts             begins with a comment that names the file to write, or `in` and the file to change
//   ```tree                    paths that exist

const root = join(import.meta.dirname, '..');
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'generators/README.md', ...docs.toSorted()].map((path) =>
  readPage(root, path),
);
const written = pages.filter(({ path }) => !path.startsWith('docs/reference/'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe.each(pages)('the page $path', ({ path, links }) => {
  test('links to what exists', () => {
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : relative(root, join(root, dirname(path), file)).replaceAll('\\', '/');
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !pages.find((page) => page.path === target)?.anchors.has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe.each(written)('the text $path', ({ blocks, codes }) => {
  const texts = [...codes, ...blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)];
  const mentioned = (pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));

  test('names only scripts and commands that there are', () => {
    const scripts = mentioned(/\bnpm run ([\w-]+)/g);
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
    const verbs = mentioned(/\bwheelwright ([a-z]+)/g);
    expect(verbs.filter((name) => !Object.hasOwn(commands, name))).toEqual([]);
  });

  test('names only files of the compiler that there are', () => {
    const paths = codes.filter((code) =>
      /^(bench|bin|docs|generators|schemas|scripts|\.ci|\.github)\/[\w./-]+$/.test(code),
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test('every page of docs/ is reached from its index', () => {
  const index = readPage(root, 'docs/README.md').links.map((link) => `docs/${link}`);
  expect(docs.filter((path) => path !== 'docs/README.md' && !index.includes(path))).toEqual([]);
});

test('the README names every how-to', () => {
  const { links } = readPage(root, 'README.md');
  expect(docs.filter((path) => path.startsWith('docs/how-to/') && !links.includes(path))).toEqual([]);
});

test('docs/dependencies.md has every dependency, and a reason', () => {
  const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm);
  const reasons = new Map([...rows].map(([, name = '', reason = '']) => [name, reason]));
  const locked = readFileSync(join(root, 'conformance/cloud/requirements-lint.txt'), 'utf8');
  const tools = [...reasons.keys()].filter((name) => locked.includes(`\n${name}==`));
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect([...reasons.keys()].toSorted()).toEqual([...dependencies, ...tools].toSorted());
  for (const reason of reasons.values()) expect(reason).toMatch(/^[A-Z].*\.$/);
});

describe('what a page says, done', () => {
  let place = '';
  const env: Record<string, string> = {};

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'wheelwright-docs-'));
    prepareTools(place, env);
    cloneRepository(join(place, 'compiler'));
    for (const folder of ['config', 'hub', 'spokes'])
      cpSync(join(root, folder), join(place, 'fleet', folder), { recursive: true });
    cpSync(join(root, '.gitignore'), join(place, 'fleet/.gitignore'));
    cpSync(join(root, 'package.json'), join(place, 'fleet/package.json'));
    for (const name of ['bin', 'generators', 'node_modules', 'schemas', 'scripts']) {
      symlinkSync(join(place, 'compiler', name), join(place, 'fleet', name), 'junction');
    }
    execFileSync('wheelwright', ['build', '--root', join(place, 'fleet')], { env });
  });

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  /** A clone of the example fleet, just committed, with the compiler beside it. */
  function fleetFor(path: string): Place {
    const folder = join(place, path.replaceAll('/', '-'));
    cpSync(join(place, 'fleet'), folder, { recursive: true, verbatimSymlinks: true });
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, env });
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'The example fleet');
    return { folder, env };
  }

  /** A clone in which the compiler may be changed. */
  function compilerFor(path: string): Place {
    const folder = join(place, path.replaceAll('/', '-'));
    cloneRepository(folder);
    for (const name of ['config', 'hub', 'spokes', 'docs', 'vitest.config.ts', 'tsconfig.json']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    cpSync(join(place, 'fleet/out'), join(folder, 'out'), { recursive: true });
    return { folder, env };
  }

  /** A folder with nothing in it but a clone of the compiler. */
  function emptyFor(path: string): Place {
    const folder = join(place, path.replaceAll('/', '-'));
    mkdirSync(folder);
    symlinkSync(join(place, 'compiler'), join(folder, 'wheelwright'), 'junction');
    return { folder, env };
  }

  const placeFor = (path: string): Place => {
    if (path === 'generators/README.md') return compilerFor(path);
    return path === 'docs/tutorial.md' ? emptyFor(path) : fleetFor(path);
  };

  // These say to run the tests, which are running, and the benchmarks, which take minutes.
  const unfollowed = ['CONTRIBUTING.md', 'docs/benchmarks.md'];
  const followed = written.filter(({ path, blocks }) => !unfollowed.includes(path) && blocks.length > 0);
  test.concurrent.each(followed)('$path can be followed', { timeout: 300_000 }, (page) =>
    followPage(page, placeFor(page.path)),
  );
});

/** `wheelwright` is the one of this work tree, and that is all that `npm install` installs; there is no cluster for `kubectl`. */
function prepareTools(place: string, env: Record<string, string>): void {
  const tools = join(place, 'tools');
  const compiler = join(place, 'compiler');
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  const scripts = {
    wheelwright: `exec "${process.execPath}" "${compiler}/bin/wheelwright.mjs" "$@"`,
    npx: 'exec "$@"',
    // A script is what package.json says: it is run as npm would, without what npm itself takes.
    npm: `if [ "$1" = run ]; then
  script=$(sed -n 's/^ *"'"$2"'": "\\(.*\\)",*$/\\1/p' package.json)
  [ -n "$script" ] && PATH="$PWD/node_modules/.bin:$PATH" exec sh -c "$script"
  exit 1
fi
[ "$1" = pack ] && exec touch "\${PWD%/*}/wheelwright-0.1.0.tgz" # package.test.ts packs for real
[ "$1" = install ] || exec "${npm}" "$@"
mkdir -p node_modules/.bin
ln -s "${compiler}" node_modules/wheelwright
ln -s ../wheelwright/bin/wheelwright.mjs node_modules/.bin/wheelwright`,
    kubectl: 'exit 0',
  };
  mkdirSync(tools);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(tools, name), 0o755);
  }
  const user = { NAME: 'A reader', EMAIL: 'reader@example.com' };
  Object.assign(env, {
    PATH: [tools, join(root, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(':'),
    HOME: place,
    NO_COLOR: '1',
    npm_config_loglevel: 'silent',
    npm_config_cache: join(place, 'cache'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...Object.fromEntries(
      Object.entries(user).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  });
}
