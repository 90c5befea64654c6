import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { positionAt } from '../source/source.ts';
import { listRepository } from './list-repository.ts';
import { readRepository } from './read-repository.ts';

const made: string[] = [];

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'wheelwright-read-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function problems(root: string): string[] {
  return readRepository(root).problems.map(({ code, at, message }) => `${code} ${at?.span?.source.path}: ${message}`);
}

describe('reading a repository', () => {
  test('gives the text of every file, in code point order', () => {
    const root = repository({
      'config/spokes/b.yaml': 'b: 1\n',
      'config/spokes/z/a.yaml': 'a: 1\n',
      'config/config.yaml': 'c: 1\n',
      'config/spokes/B.yaml': 'B: 1\n',
      'spokes/bases/web/deployment.yaml': 'kind: Deployment\n',
      'spokes/bases/web/files/nginx.conf': 'server {}\n',
      'spokes/components/autoscaling/kustomization.yaml': 'kind: Component\n',
      'spokes/graphs/readme.md': 'not read\n',
      'spokes/graphs/graph.yaml': 'kind: ResourceGraphDefinition\n',
      'spokes/spoke-template/applications/bases/web/nginx.conf': 'server {}\n',
      'hub/manifests/on-call/runbook.md': 'Breathe.\n',
      'hub/roles.yaml': 'kind: ClusterRole\n',
      'hub/terraform/main.tf': 'not read\n',
      'hub/graphs/site.yaml': 'kind: ResourceGraphDefinition\n',
      'out/hubs/hub/x.yaml': 'not read\n',
    });
    const { files, problems } = readRepository(root);
    expect(problems).toEqual([]);
    expect([...files.config.values()].map(({ path, text }) => `${path} ${text.trim()}`)).toEqual([
      'config/config.yaml c: 1',
      'config/spokes/B.yaml B: 1',
      'config/spokes/b.yaml b: 1',
      'config/spokes/z/a.yaml a: 1',
    ]);
    expect([...files.authored.keys()]).toEqual([
      'hub/graphs/site.yaml',
      'hub/manifests/on-call/runbook.md',
      'spokes/bases/web/deployment.yaml',
      'spokes/bases/web/files/nginx.conf',
      'spokes/components/autoscaling/kustomization.yaml',
    ]);
    expect([...files.others.keys()]).toEqual([
      'hub/roles.yaml',
      'spokes/graphs/graph.yaml',
      'spokes/spoke-template/applications/bases/web/nginx.conf',
    ]);
  });

  test('leaves out dot files, what editors leave behind, and text beside the configuration', () => {
    const root = repository({
      'config/config.yaml': 'a: 1\n',
      'config/.git/x.yaml': '',
      'config/spokes/.a.yaml.swp': '',
      'config/spokes/a.yaml~': '',
      'config/spokes/#a.yaml#': '',
      'config/spokes/a.yaml.orig': '',
      'config/README.md': '# Ours\n',
      'spokes/bases/.gitkeep': '',
    });
    const { files, problems } = readRepository(root);
    expect(problems).toEqual([]);
    expect([[...files.config.keys()], files.authored.size]).toEqual([['config/config.yaml'], 0]);
  });

  test('strips a byte order mark and keeps line ends', () => {
    const root = repository({ 'config/config.yaml': '\ufeffa: 1\r\nb: 2\r\n' });
    expect(readRepository(root).files.config.get('config/config.yaml')?.text).toBe('a: 1\r\nb: 2\r\n');
  });

  test('lists files with what changes when they are written', () => {
    const root = repository({ 'config/config.yaml': 'a: 1\n' });
    const { files } = listRepository(root);
    expect(files).toEqual([
      {
        path: 'config/config.yaml',
        size: 5,
        mtimeMs: expect.any(Number),
        ctimeMs: expect.any(Number),
        ino: expect.any(Number),
      },
    ]);
  });
});

describe('what cannot be read is told', () => {
  test('a folder without configuration', () => {
    const root = repository({});
    expect(problems(root)).toEqual([
      'file/no-config config: There is no folder "config" here, so this is no Wheelwright repository.',
    ]);
    expect(readRepository(root).problems[0]?.help).toContain('`wheelwright init DIR`');
    expect(problems(join(root, 'nowhere'))).toHaveLength(1);
  });

  test('a file that looks like configuration and is none', () => {
    const root = repository({ 'config/spokes/a.yml': '', 'config/b.json': '', 'config/spokes/C.YAML': '' });
    expect(problems(root)).toEqual([
      'file/not-yaml config/b.json: "b.json" is not read: configuration files end in ".yaml".',
      'file/not-yaml config/spokes/C.YAML: "C.YAML" is not read: configuration files end in ".yaml".',
      'file/not-yaml config/spokes/a.yml: "a.yml" is not read: configuration files end in ".yaml".',
    ]);
    expect(readRepository(root).problems.map(({ help }) => help)).toContain('Rename it to "a.yaml".');
  });

  test.each<[string, string | Uint8Array, string, string]>([
    ['Latin-1', Buffer.from('a: b\nc: caf\xe9 x\n', 'latin1'), '2:7', '0xE9 is wrong'],
    ['a sequence that is cut off', Buffer.from([0x61, 0x3a, 0x20, 0xe2, 0x82]), '1:4', 'is wrong'],
    [
      'bytes behind text beyond ASCII',
      Buffer.concat([Buffer.from('a: 😀é '), Buffer.from([0xff])]),
      '1:7',
      '0xFF is wrong',
    ],
    ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le'), '1:1', 'UTF-16'],
  ])('a file that is not in UTF-8: %s', (_, bytes, where, message) => {
    const [problem] = readRepository(repository({ 'config/config.yaml': bytes })).problems;
    const span = problem?.at?.span;
    const { line, column } = span === undefined ? { line: 0, column: 0 } : positionAt(span.source, span.start);
    expect([problem?.code, `${line}:${column}`]).toEqual(['file/not-utf8', where]);
    expect(problem?.message).toContain(message);
  });

  test('a file over 1 MiB', () => {
    const root = repository({
      'config/config.yaml': `a: ${'x'.repeat(1024 * 1024)}`,
      'config/spokes/a.yaml': `#${'x'.repeat(1024 * 1024 - 1)}`,
    });
    expect(problems(root)).toEqual(['file/too-large config/config.yaml: "config/config.yaml" has more than 1 MiB.']);
  });

  test('symbolic links, wherever they lead', () => {
    const outside = repository({ 'secret.yaml': 'password: 1\n' });
    const root = repository({ 'config/config.yaml': 'a: 1\n' });
    mkdirSync(join(root, 'config/spokes'));
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'config/spokes/a.yaml'));
    symlinkSync('../config.yaml', join(root, 'config/spokes/b.yaml'));
    symlinkSync(outside, join(root, 'config/spokes/folder'));
    symlinkSync(outside, join(root, 'spokes'));
    const { files } = readRepository(root);
    expect([...files.config.keys()]).toEqual(['config/config.yaml']);
    expect(problems(root)).toEqual([
      'file/symbolic-link config/spokes/a.yaml: "config/spokes/a.yaml" is a symbolic link.',
      'file/symbolic-link config/spokes/b.yaml: "config/spokes/b.yaml" is a symbolic link.',
      'file/symbolic-link config/spokes/folder: "config/spokes/folder" is a symbolic link.',
      'file/symbolic-link spokes: "spokes" is a symbolic link.',
    ]);
  });

  test('the configuration itself being a link or a file', () => {
    const outside = repository({ 'config.yaml': 'a: 1\n' });
    const root = repository({});
    symlinkSync(outside, join(root, 'config'));
    expect(problems(root)).toEqual(['file/symbolic-link config: "config" is a symbolic link.']);
    expect(problems(repository({ config: 'a: 1\n' }))).toEqual([
      'file/unreadable config: "config" is neither a file nor a folder that can be read.',
    ]);
  });
});

describe('what a file system may do', () => {
  const failing = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };

  test('a file that goes away after its folder was listed is not there', () => {
    const root = repository({ 'config/config.yaml': 'a: 1\n' });
    expect(listRepository(root, failing('ENOENT'))).toEqual({ files: [], problems: [] });
  });

  test('a folder that may be listed and not entered is told of', () => {
    const root = repository({ 'config/config.yaml': 'a: 1\n' });
    const { problems: found } = listRepository(root, failing('EACCES'));
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'file/unreadable "config/config.yaml" cannot be read (EACCES).',
    ]);
  });

  test('a root that is a file is no repository', () => {
    const root = repository({ file: '' });
    expect(problems(join(root, 'file')).join()).toContain('file/no-config');
  });

  test.runIf(process.platform === 'linux').each([
    ['a backslash', 'a\\b.yaml', 'it holds "\\\\".'],
    ['a line break', 'a\nb.yaml', 'it holds "\\n".'],
    ['an escape', '\x1b[31m.yaml', 'it holds "\\u001b".'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff]), 'it holds bytes that are no UTF-8.'],
  ])('a name with %s', (_what, name, message) => {
    const root = repository({ 'config/config.yaml': 'a: 1\n', 'spokes/bases/web/a.yaml': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/spokes/bases/web/`), Buffer.from(name)]), '');
    expect(problems(root).join()).toContain(message);
  });
});
