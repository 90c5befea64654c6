import { parse } from 'yaml';
import { type GraphCase, isObject, type JsonObject, printGraph } from './graph-case.ts';
import { expressionMutations } from './mutations/expressions.ts';
import { type Draft, isMap, type Mutable, type MutableMap, type Mutation } from './mutations/mutation.ts';
import { newRandom } from './mutations/random.ts';
import { resourceMutations } from './mutations/resources.ts';
import { schemaMutations } from './mutations/schemas.ts';
import { templateMutations } from './mutations/templates.ts';

const mutations: readonly (readonly [string, Mutation])[] = Object.entries({
  ...expressionMutations,
  ...templateMutations,
  ...resourceMutations,
  ...schemaMutations,
});

/** Undefined for a graph that lacks what a mutation changes. */
function draftOf(origin: MutableMap): Draft | undefined {
  const whole = structuredClone(origin);
  const spec = whole['spec'];
  if (!isMap(spec) || !isMap(spec['schema'])) return undefined;
  const resources: Mutable[] = Array.isArray(spec['resources']) ? spec['resources'] : [];
  spec['resources'] = resources;
  return { whole, schema: spec['schema'], resources: resources.filter(isMap) };
}

/** `count` cases that differ from one of the given in one thing. The same seed gives the same. */
export function mutate(cases: readonly GraphCase[], count: number, seed: number): GraphCase[] {
  const random = newRandom(seed);
  const origins = cases.map(({ graph }) => parse(graph, { version: '1.1' }) as MutableMap);
  const made = new Map<string, GraphCase>();
  for (let tries = 0; made.size < count && tries < count * 20; tries += 1) {
    const at = random.below(cases.length);
    const [origin, whole] = [cases[at], origins[at]];
    const [name, mutation] = mutations[tries % mutations.length] ?? [];
    const draft = whole && draftOf(whole);
    const what = draft && mutation?.(draft, random);
    if (origin === undefined || draft === undefined || what === undefined) continue;
    const spec = draft.whole['spec'];
    if (isMap(spec) && spec['schema'] === draft.schema) spec['resources'] = draft.resources;
    const graph = isObject(draft.whole) ? printGraph(draft.whole as JsonObject) : '';
    if (!made.has(graph)) made.set(graph, { ...origin, name: `${origin.name}, ${name}, ${what}`, graph });
  }
  return [...made.values()];
}
