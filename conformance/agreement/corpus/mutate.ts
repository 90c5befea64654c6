import { parse } from 'yaml';
import { type GraphCase, printGraph } from './graph-case.ts';
import { expressionMutations } from './mutations/expressions.ts';
import { type Draft, isMap, type Mutable, type MutableMap, type Mutation } from './mutations/mutation.ts';
import { newRandom, type Random } from './mutations/random.ts';
import { resourceMutations } from './mutations/resources.ts';
import { schemaMutations } from './mutations/schemas.ts';
import { templateMutations } from './mutations/templates.ts';
import { type TextMutation, textMutations } from './mutations/texts.ts';

const mutations: readonly (readonly [string, Mutation])[] = Object.entries({
  ...expressionMutations,
  ...templateMutations,
  ...resourceMutations,
  ...schemaMutations,
});

interface Changed {
  readonly name: string;
  readonly what: string;
  readonly graph: string;
}

/** Undefined for a graph that lacks what a mutation changes. */
function draftOf(origin: MutableMap): Draft | undefined {
  const whole = structuredClone(origin);
  const spec = whole['spec'];
  if (!isMap(spec) || !isMap(spec['schema'])) return undefined;
  const resources: Mutable[] = Array.isArray(spec['resources']) ? spec['resources'] : [];
  spec['resources'] = resources;
  return { whole, schema: spec['schema'], resources: resources.filter(isMap) };
}

function changeObject(
  origin: MutableMap,
  [name, mutation]: readonly [string, Mutation],
  random: Random,
): Changed | undefined {
  const draft = draftOf(origin);
  const what = draft && mutation(draft, random);
  if (draft === undefined || what === undefined) return undefined;
  const { whole, schema, resources } = draft;
  if (isMap(whole['spec']) && whole['spec']['schema'] === schema) whole['spec']['resources'] = resources;
  return { name, what, graph: printGraph(whole) };
}

function changeText(
  origin: MutableMap,
  [name, mutation]: readonly [string, TextMutation],
  random: Random,
): Changed | undefined {
  const { text: graph, what = '' } = mutation(printGraph(origin), random) ?? {};
  return graph === undefined ? undefined : { name, what, graph };
}

const changes = [
  ...mutations.map((named) => (origin: MutableMap, random: Random) => changeObject(origin, named, random)),
  ...Object.entries(textMutations).map(
    (named) => (origin: MutableMap, random: Random) => changeText(origin, named, random),
  ),
];

/** `count` cases that differ from one of the given in one thing. The same seed gives the same. */
export function mutate(cases: readonly GraphCase[], count: number, seed: number): GraphCase[] {
  const random = newRandom(seed);
  const origins = cases.map(({ graph }) => parse(graph, { version: '1.1' }) as MutableMap);
  const made = new Map<string, GraphCase>();
  for (let tries = 0; made.size < count && tries < count * 20; tries += 1) {
    const at = random.below(cases.length);
    const [origin, whole] = [cases[at], origins[at]];
    const changed = whole && changes[tries % changes.length]?.(whole, random);
    if (origin === undefined || changed === undefined || made.has(changed.graph)) continue;
    const { name, what, graph } = changed;
    made.set(graph, { ...origin, name: `${origin.name}, ${name}, ${what}`, graph });
  }
  return [...made.values()];
}
