import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { canonicalJson } from '../util/canonical-json.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { buildKustomization } from './kustomization.ts';
import { accepted } from './kustomize/examples/accepted.ts';
import { refused } from './kustomize/examples/refused.ts';

type Files = Readonly<Record<string, string>>;

/** Where these are on PATH, as in CI, what they make of the examples is what is expected of us; the goldens hold everywhere. */
const engines = [
  ['kubectl', ['kustomize']],
  ['kustomize', ['build']],
] as const;

function built(
  command: string,
  args: readonly string[],
  files: Files,
): { readonly objects: readonly unknown[] } | { readonly refused: string } {
  const root = mkdtempSync(join(tmpdir(), 'kustomization-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const output = execFileSync(command, [...args, join(root, 'app')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { objects: parseAllDocuments(output).map((document) => document.toJS() as unknown) };
  } catch (error) {
    return { refused: String((error as { readonly stderr?: unknown }).stderr) };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function asSet(objects: readonly unknown[]): readonly string[] {
  return objects.map(canonicalJson).sort(byCodePoint);
}

function filesBelow(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}

const authored = filesBelow(new URL('../../spokes', import.meta.url).pathname);
const withAuthored: Files = {
  ...Object.fromEntries(Object.entries(authored).map(([path, text]) => [`shared/${path}`, text])),
  'app/kustomization.yaml': `
namespace: ledger
namePrefix: ledger-
labels:
  - pairs: {wheelwright.dev/application: ledger}
    includeSelectors: true
  - pairs: {wheelwright.dev/team: checkout}
resources: [../shared/bases/web-service]
components: [../shared/components/autoscaling, ../shared/components/pod-disruption-budget]
images: [{name: web, newName: registry.example.com/ledger, newTag: "2.1"}]
`,
};

describe.each(engines)('%s', (command, args) => {
  const missing = process.env['CI'] === undefined && spawnSync(command, [...args, '--help']).status !== 0;

  test.skipIf(missing).each(Object.entries({ ...accepted, 'the authored folders': withAuthored }))(
    'makes the same of %s',
    (_, files) => {
      const ours = buildKustomization((path) => files[path], 'app');
      const theirs = built(command, args, files);
      expect(ours.problems).toEqual([]);
      expect({ objects: asSet(ours.objects) }).toEqual(
        'objects' in theirs ? { objects: asSet(theirs.objects) } : theirs,
      );
    },
  );

  test.skipIf(missing).each(Object.entries(refused))('refuses %s as well', (_, { files }) => {
    expect(built(command, args, files)).toHaveProperty('refused');
  });
});
