import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkGraph } from '../../generators/kro/check-graph.ts';
import { type KindLookup, type KnownKind, resolveReferences } from '../../generators/kro/kinds.ts';
import { type CrdLike, kindsWith } from '../../generators/kro/kinds-with.ts';
import { type RuleCode, rules } from '../../generators/kro/rules/rules.ts';
import type { KindIndex } from '../../generators/kube/kind-schemas.ts';
import type { RawSchema } from '../../generators/schema/structural/structural-schema.ts';
import type { GraphCase } from './corpus/graph-case.ts';

interface SchemaFile {
  readonly schema: RawSchema;
  readonly shared: readonly RawSchema[];
}

/** What our own check says of a case. */
export interface Verdict {
  readonly accepted: boolean;
  /** What it holds to be refused; not what it finds beyond that. */
  readonly problems: readonly { readonly code: string; readonly number: string; readonly text: string }[];
}

/** Of those who refuse a graph: the API server, kro, and whoever reads files strictly, as kubectl and Argo CD do; and what kro cannot write. */
const refusing = /^([RBC]|F[123]$|I89$)/;

/** The kinds that write-kinds.mjs wrote into a folder. */
export function readKinds(folder: string): KindLookup {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as SchemaFile;
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as KindIndex;
  const known = new Map<string, KnownKind>();
  const { schema, shared } = read('builtin/object-meta.json');
  return {
    objectMeta: resolveReferences(schema, shared),
    names: Object.keys(index),
    get(apiVersion, kind) {
      const name = `${apiVersion}/${kind}`;
      const entry = Object.hasOwn(index, name) ? index[name] : undefined;
      if (entry === undefined || entry.scope === 'File') return undefined;
      const found = known.get(name) ?? {
        ...read(entry.file),
        plural: entry.plural,
        scope: entry.scope,
        isBuiltin: entry.file.startsWith('builtin/'),
      };
      known.set(name, found);
      return found;
    },
  };
}

const sourceOf = (text: string) => ({ source: { path: 'graph.yaml', text } });

function crdOf(text: string, kinds: KindLookup): CrdLike {
  const object = parse(text) as { kind?: unknown };
  if (object.kind === 'CustomResourceDefinition') return object as unknown as CrdLike;
  const { crd } = checkGraph(sourceOf(text), kinds);
  if (crd === undefined) throw new Error('a graph of the context gives no CRD');
  return crd;
}

/** What goes wrong in our check is a bug, and needs its case. */
function naming<Result>(name: string, check: () => Result): Result {
  try {
    return check();
  } catch (cause) {
    throw new Error(`our check fails on: ${name}`, { cause });
  }
}

/** Runs our check over every case. */
export function checkCases(cases: readonly GraphCase[], kinds: KindLookup): Verdict[] {
  const contexts = new Map<string, KindLookup>();
  const kindsOf = (context: readonly string[]): KindLookup => {
    const key = context.join('\n---\n');
    const found = contexts.get(key) ?? context.reduce((all, text) => kindsWith(all, [crdOf(text, all)]), kinds);
    contexts.set(key, found);
    return found;
  };
  return cases.map(({ name, context, graph }) => {
    const { diagnostics } = naming(name, () => checkGraph(sourceOf(graph), kindsOf(context)));
    const problems = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, help = '', notes, at }) => {
        const place = at?.span ? graph.slice(at.span.start, at.span.end) : '';
        const text = [message, help, place, ...notes.map((note) => note.message)].join('\n');
        return { code, number: rules[code as RuleCode]?.number ?? '', text };
      })
      .filter(({ number }) => refusing.test(number));
    return { accepted: problems.length === 0, problems };
  });
}
