import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkGraph } from '../../generators/kro/check-graph.ts';
import { type CrdLike, kindsWith } from '../../generators/kro/kinds-with.ts';
import { type RuleCode, rules } from '../../generators/kro/rules/rules.ts';
import { type KindIndex, type Kinds, kindFiles } from '../../generators/kube/kinds.ts';
import type { GraphCase } from './corpus/graph-case.ts';

/** What our own check says of a case. */
export interface Verdict {
  readonly accepted: boolean;
  /** What it holds to be refused; not what it finds beyond that. */
  readonly problems: readonly { readonly code: string; readonly number: string; readonly text: string }[];
}

/** Of those who refuse a graph: the API server, kro, and whoever reads files strictly, as kubectl and Argo CD do; and what kro cannot write. */
const refusing = /^([RBC]|F[123]$|I89$)/;

/** The kinds that write-kinds.mjs wrote into a folder. */
export function readKinds(folder: string): Kinds {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return kindFiles(JSON.parse(read('index.json')) as KindIndex, read);
}

const sourceOf = (text: string) => ({ source: { path: 'graph.yaml', text } });

function crdOf(text: string, kinds: Kinds): CrdLike {
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
export function checkCases(cases: readonly GraphCase[], kinds: Kinds): Verdict[] {
  const contexts = new Map<string, Kinds>();
  const kindsOf = (context: readonly string[]): Kinds => {
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
