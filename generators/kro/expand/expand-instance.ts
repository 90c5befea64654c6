import { fromPlain } from '../../cel/evaluate/plain-value.ts';
import {
  type Failure,
  failure,
  isFailure,
  isList,
  isMap,
  isUnknown,
  unknown,
  type Value,
} from '../../cel/evaluate/value.ts';
import type { Kinds } from '../../kube/kinds.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import type { Dependencies } from '../graph/dependencies.ts';
import { type Graph, objectOf, type Resource, sortOfResource } from '../graph/graph.ts';
import { knownObject } from './known-object.ts';
import { newRenderer, type Renderer, type Variables } from './render.ts';
import { showValue } from './show-value.ts';

/** An object that kro makes of an instance. */
export interface ExpandedObject {
  /** Of the resource in the graph. */
  readonly id: string;
  /** What nobody knows yet stands in it as text: `‹vpc.status.vpcID›`. */
  readonly object: PlainMap;
  /** A condition that only the cloud decides: it may not be made at all. */
  readonly when?: string;
  /** A list that only the cloud knows: there is one of these for each of its items. */
  readonly forEach?: string;
}

/** Why no object is made of a resource. */
export interface Unmade {
  readonly id: string;
  /** `condition` and `empty` are meant so; `skipped`: it reads what is not made; `waits`: what it reads will never be there; `fails`: kro cannot compute it. */
  readonly why: 'condition' | 'empty' | 'skipped' | 'waits' | 'fails';
  readonly message: string;
}

/** A graph that kro accepts. */
export interface OrderedGraph {
  readonly graph: Graph;
  /** Ids, those that others wait for first. */
  readonly order: readonly string[];
  readonly dependencies: readonly Dependencies[];
}

export interface Expansion {
  /** In the order in which kro makes them. */
  readonly objects: readonly ExpandedObject[];
  readonly unmade: readonly Unmade[];
}

interface Round {
  readonly variables: Variables;
  readonly forEach?: string;
}

type Made = { readonly objects: readonly ExpandedObject[]; readonly value: Value } | Unmade;

/** The objects that kro makes of an instance, which is as the API server stores it: with its defaults. */
export function expandInstance(
  { graph, order, dependencies }: OrderedGraph,
  instance: PlainMap,
  kinds: Kinds,
): Expansion {
  const values = new Map<string, Value>([['schema', schemaValue(instance)]]);
  const objects: ExpandedObject[] = [];
  const unmade = new Map<string, Unmade>();
  const renderer = newRenderer();
  for (const id of order) {
    const resource = graph.resources.find((one) => one.id === id);
    if (resource === undefined) continue;
    const waitsFor = dependencies.find((one) => one.id === id)?.on ?? [];
    const skipped = waitsFor.find((other) => (unmade.get(other)?.why ?? 'empty') !== 'empty');
    const made: Made =
      skipped === undefined
        ? makeResource(resource, { values, instance, kinds, renderer })
        : { id, why: 'skipped', message: `It reads "${skipped}", of which nothing is made.` };
    if ('why' in made) {
      unmade.set(id, made);
      values.set(id, made.why === 'empty' ? [] : failure(`"${id}" is not made`));
    } else {
      objects.push(...made.objects);
      values.set(id, made.value);
    }
  }
  return { objects, unmade: [...unmade.values()] };
}

/** What expressions see of the instance: of its metadata, only what was written. */
function schemaValue({ apiVersion, kind, metadata, spec }: PlainMap): Value {
  const known = new Map<string, Value>([
    ['apiVersion', fromPlain(apiVersion)],
    ['kind', fromPlain(kind)],
    ['metadata', knownObject(fromPlain(metadata), 'schema.metadata')],
    ['spec', fromPlain(spec ?? {})],
  ]);
  return known;
}

interface Making {
  readonly values: ReadonlyMap<string, Value>;
  readonly instance: PlainMap;
  readonly kinds: Kinds;
  readonly renderer: Renderer;
}

function makeResource(resource: Resource, { values, instance, kinds, renderer }: Making): Made {
  const { id } = resource;
  const variables: Variables = (name) => values.get(name) ?? failure(`there is no "${name}"`);
  const conditions = resource.includeWhen.map((text) => ({ text, value: renderer.evaluate(text, variables) }));
  const no = conditions.find(({ value }) => value === false);
  if (no) return { id, why: 'condition', message: `${no.text} is false.` };
  const failed = conditions.find(({ value }) => isFailure(value));
  if (failed && isFailure(failed.value)) return stuck(id, failed.value);
  const when = conditions.filter(({ value }) => isUnknown(value)).map(({ value }) => (value as { text: string }).text);
  const rounds = roundsOf(resource, variables, renderer);
  if ('is' in rounds) return stuck(id, rounds);
  if (rounds.length === 0) return { id, why: 'empty', message: 'Its list is empty.' };
  const objects: ExpandedObject[] = [];
  const found: Value[] = [];
  const sort = sortOfResource(resource);
  for (const [index, round] of rounds.entries()) {
    const rendered = renderer.render(objectOf(resource)?.object ?? {}, round.variables);
    if (isFailure(rendered)) return stuck(id, rendered);
    const placed = inNamespace(rendered, instance, kinds);
    found.push(knownObject(placed, sort === 'collection' ? `${id}[${index}]` : id));
    if (sort !== 'collection' && sort !== 'resource') continue;
    objects.push({
      id,
      object: showValue(placed) as PlainMap,
      ...(when.length > 0 && { when: when.join(' && ') }),
      ...(round.forEach !== undefined && { forEach: round.forEach }),
    });
  }
  if (sort === 'externalCollection') return { objects, value: unknown(id) };
  const [only = null] = found;
  const isOpen = rounds.some(({ forEach }) => forEach !== undefined);
  return { objects, value: sort === 'collection' ? (isOpen ? unknown(id) : found) : only };
}

const stuck = (id: string, { missing, message }: Failure): Unmade => ({
  id,
  why: missing ? 'waits' : 'fails',
  message,
});

/** One for each combination of items, the first iterator outermost; a list that is unknown has one item, unknown too. */
function roundsOf({ forEach }: Resource, variables: Variables, renderer: Renderer): readonly Round[] | Failure {
  let rounds: readonly Round[] = [{ variables }];
  for (const { name, text } of forEach) {
    const list = renderer.evaluate(text, variables);
    if (isFailure(list)) return list;
    if (!isList(list) && !isUnknown(list)) return failure(`${text} is no list`);
    const items: readonly Value[] = isList(list) ? list : [unknown(name)];
    rounds = rounds.flatMap((round) =>
      items.map((item) => ({
        variables: (asked: string) => (asked === name ? item : round.variables(asked)),
        ...(isUnknown(list) ? { forEach: list.text } : round.forEach !== undefined && { forEach: round.forEach }),
      })),
    );
  }
  return rounds;
}

/** A namespaced object without a namespace goes to that of the instance. */
function inNamespace(object: Value, instance: PlainMap, kinds: Kinds): Value {
  if (!isMap(object)) return object;
  const metadata = object.get('metadata');
  const namespace = (instance['metadata'] as PlainMap | undefined)?.['namespace'];
  const kind = kinds.get(String(object.get('apiVersion')), String(object.get('kind')));
  if (!isMap(metadata) || metadata.has('namespace') || kind?.scope !== 'Namespaced') return object;
  if (typeof namespace !== 'string') return object;
  return new Map([...object, ['metadata', new Map([...metadata, ['namespace', namespace]])]]);
}
