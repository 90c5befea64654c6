import type { Path } from '../../source/path.ts';
import type { Source } from '../../source/source.ts';
import { isMap } from '../../util/plain-map.ts';
import { type ReadYaml, readYaml } from './read-yaml.ts';
import { splitDocuments } from './split-documents.ts';

/** An object in a file. */
export interface PlacedObject {
  readonly source: Source;
  /** Where it stands in its document: in one of kind List, as `kubectl get -o yaml` prints it, at `items[2]`. */
  readonly within: Path;
  readonly value: unknown;
  /** Its document. */
  readonly read: ReadYaml;
  /** The document cannot be read. */
  readonly isBroken: boolean;
}

/** The objects of a file, in the order in which they stand there; those of a list one by one. */
export function documentsIn(file: Source): readonly PlacedObject[] {
  return splitDocuments(file).flatMap((source) => {
    const read = readYaml(source);
    const { value, problems } = read;
    const isBroken = value === undefined && problems.length > 0;
    return itemsOf(value, []).map((item) => ({ source, read, isBroken, ...item }));
  });
}

function itemsOf(value: unknown, within: Path): readonly Pick<PlacedObject, 'value' | 'within'>[] {
  const isList = isMap(value) && typeof value['kind'] === 'string' && value['kind'].endsWith('List');
  const items = isList ? value['items'] : undefined;
  if (!Array.isArray(items)) return [{ value, within }];
  return items.flatMap((item, index) => itemsOf(item, [...within, 'items', index]));
}

/** The value at the path of an object in its document. */
export function valueWithin(value: unknown, within: Path): unknown {
  return within.reduce<unknown>(
    (at, segment) => (at as Record<string | number, unknown> | undefined)?.[segment],
    value,
  );
}
