import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Versions that a go.mod requires, and what replaces them. */
function versionsIn(goMod: string): Map<string, string> {
  const required = [...goMod.matchAll(/^\s*(?:require\s+)?([\w./-]+) (v\S+)(?: \/\/ indirect)?$/gm)];
  const replaced = [...goMod.matchAll(/^\s*(?:replace\s+)?([\w./-]+) => \1 (v\S+)$/gm)];
  return new Map([...required, ...replaced].map(([, module = '', version = '']) => [module, version]));
}

const oracle = versionsIn(read('oracle/go.mod'));
const engines = versionsIn(read('../engines/go.mod'));

test.each([
  'github.com/kubernetes-sigs/kro',
  'github.com/google/cel-go',
  'k8s.io/apiextensions-apiserver',
  'k8s.io/apiserver',
  'k8s.io/kube-openapi',
])('the oracle and the engines have the same %s', (module) => {
  expect(oracle.get(module)).toMatch(/^v/);
  expect(oracle.get(module)).toBe(engines.get(module));
});

test('the vendored CRD of kro is of the version of the oracle', () => {
  const sources = JSON.parse(read('../../schemas/kubernetes/sources.json')) as {
    modules: readonly { module: string; version: string }[];
  };
  const kro = sources.modules.find(({ module }) => module === 'github.com/kubernetes-sigs/kro');
  expect(kro?.version).toBe(oracle.get('github.com/kubernetes-sigs/kro'));
});
