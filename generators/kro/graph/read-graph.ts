import { isMap, type PlainMap } from '../../util/plain-map.ts';
import type { PrinterColumn } from '../crd/generate-crd.ts';
import type { Graph, Resource } from './graph.ts';
import { isGraph } from './is-graph.ts';

const defaultGroup = 'kro.run';

/** Reads a ResourceGraphDefinition; undefined for what is none. Whether every part has its type is for `checkShape` to say. */
export function readGraph(data: unknown): Graph | undefined {
  if (!isGraph(data)) return undefined;
  const spec = mapAt(data, 'spec');
  const schema = mapAt(spec, 'schema');
  const metadata = mapAt(schema, 'metadata');
  const resources = spec['resources'];
  return {
    name: textAt(mapAt(data, 'metadata'), 'name') ?? '',
    annotations: textMapAt(mapAt(data, 'metadata'), 'annotations'),
    head: {
      group: textAt(schema, 'group') ?? defaultGroup,
      version: textAt(schema, 'apiVersion') ?? '',
      kind: textAt(schema, 'kind') ?? '',
      scope: schema['scope'] === 'Cluster' ? 'Cluster' : 'Namespaced',
      shortNames: textsAt(schema, 'shortNames'),
      categories: textsAt(schema, 'categories'),
      printerColumns: listAt(schema, 'additionalPrinterColumns').filter(isMap) as unknown as readonly PrinterColumn[],
      labels: textMapAt(metadata, 'labels'),
      annotations: textMapAt(metadata, 'annotations'),
    },
    spec: mapAt(schema, 'spec'),
    types: mapAt(schema, 'types'),
    status: mapAt(schema, 'status'),
    resources: Array.isArray(resources) ? resources.flatMap((one, index) => readResource(one, index)) : [],
  };
}

function readResource(data: unknown, index: number): readonly Resource[] {
  if (!isMap(data)) return [];
  const path = ['spec', 'resources', index];
  return [
    {
      id: textAt(data, 'id') ?? '',
      index,
      path,
      template: isMap(data['template']) ? data['template'] : undefined,
      externalRef: isMap(data['externalRef']) ? data['externalRef'] : undefined,
      readyWhen: textsAt(data, 'readyWhen'),
      includeWhen: textsAt(data, 'includeWhen'),
      forEach: listAt(data, 'forEach').flatMap((dimension, at) =>
        Object.entries(isMap(dimension) ? dimension : {}).flatMap(([name, text]) =>
          typeof text === 'string' ? [{ name, text, path: [...path, 'forEach', at, name] }] : [],
        ),
      ),
      unread: unreadIterators(data['forEach']),
    },
  ];
}

/** Names that were surely meant as iterators, in whatever form they stand there. */
function unreadIterators(forEach: unknown): readonly string[] {
  if (isMap(forEach)) return Object.keys(forEach);
  return (Array.isArray(forEach) ? forEach : []).flatMap((dimension: unknown) => {
    if (typeof dimension === 'string') return [dimension];
    return isMap(dimension) ? Object.keys(dimension).filter((name) => typeof dimension[name] !== 'string') : [];
  });
}

function mapAt(map: PlainMap, key: string): PlainMap {
  const value = map[key];
  return isMap(value) ? value : {};
}

function listAt(map: PlainMap, key: string): readonly unknown[] {
  const value = map[key];
  return Array.isArray(value) ? value : [];
}

function textAt(map: PlainMap, key: string): string | undefined {
  const value = map[key];
  return typeof value === 'string' ? value : undefined;
}

function textsAt(map: PlainMap, key: string): readonly string[] {
  return listAt(map, key).filter((item) => typeof item === 'string');
}

function textMapAt(map: PlainMap, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapAt(map, key)).filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
}
