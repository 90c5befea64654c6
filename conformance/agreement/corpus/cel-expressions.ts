import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type GraphCase, type JsonObject, makeGraph, printGraph } from './graph-case.ts';

/** Folders of a module whose tests have expressions in them. */
const folders: Readonly<Record<string, readonly string[]>> = {
  'github.com/kubernetes-sigs/kro': ['pkg/cel', 'pkg/runtime'],
  'github.com/google/cel-go': ['cel', 'checker', 'ext', 'parser', 'interpreter'],
  'k8s.io/apiserver': ['pkg/cel'],
};

const literal = /"(?:[^"\\\n]|\\.)+"|`[^`]+`/g;
/** Most texts of a test are names and messages. */
const looksLikeCode = /[([{]|[=!<>]=|&&|\|\||[+*/%<>?-]/;
const longest = 300;

/** A text as Go reads it; undefined for escapes that JSON does not have. */
function goText(quoted: string): string | undefined {
  if (quoted.startsWith('`')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

const open: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'opens.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Open', listKind: 'OpenList', plural: 'opens', singular: 'open' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
          },
        },
      },
    ],
  },
};
const context = [stringify(open)];

/** A field that takes everything, so that only the expression counts. */
function graphOf(code: string): string {
  const template = {
    apiVersion: 'example.com/v1',
    kind: 'Open',
    metadata: { name: 'open' },
    spec: { value: `\${${code}}` },
  };
  const spec = { name: 'string', count: 'integer', items: '[]string', labels: 'map[string]string', ratio: 'float' };
  return printGraph(makeGraph({ spec }, [{ id: 'open', template }]));
}

/** A text of a test of CEL or its libraries that may be an expression. */
export interface CelText {
  readonly name: string;
  readonly code: string;
}

/** An expression of each. */
export const celExpressionCases = (texts: readonly CelText[]): GraphCase[] =>
  texts.map(({ name, code }) => ({ name, context, graph: graphOf(code) }));

/** `modules`: folders by the name of the module. */
export function readCelTexts(modules: Readonly<Record<string, string>>): CelText[] {
  const texts = new Map<string, CelText>();
  for (const [module, within] of Object.entries(folders)) {
    for (const folder of within) {
      const root = join(modules[module] ?? '', folder);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('_test.go'),
      );
      for (const file of files.sort()) {
        for (const [quoted] of readFileSync(join(root, file), 'utf8').matchAll(literal)) {
          const code = goText(quoted)?.trim();
          if (code === undefined || code.length > longest || !looksLikeCode.test(code) || texts.has(code)) continue;
          texts.set(code, { name: `${module}/${folder}/${file}: ${code}`, code });
        }
      }
    }
  }
  return [...texts.values()];
}
