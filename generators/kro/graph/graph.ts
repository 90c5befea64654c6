import type { Path } from '../../source/path.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import type { KindHead } from '../crd/generate-crd.ts';

/** A ResourceGraphDefinition, read; what has another type than it should counts as absent. */
export interface Graph {
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly head: KindHead;
  /** SimpleSchema trees, and a tree of expressions: absent or a map. */
  readonly spec: PlainMap;
  readonly types: PlainMap;
  readonly status: PlainMap;
  readonly resources: readonly Resource[];
}

export interface Resource {
  readonly id: string;
  readonly index: number;
  /** `spec.resources[2]`. */
  readonly path: Path;
  readonly template: PlainMap | undefined;
  readonly externalRef: PlainMap | undefined;
  readonly readyWhen: readonly string[];
  readonly includeWhen: readonly string[];
  readonly forEach: readonly Iterator[];
  /** Names of iterators that have another form than they should. */
  readonly unread: readonly string[];
}

export interface Iterator {
  readonly name: string;
  readonly text: string;
  /** `spec.resources[2].forEach[0].zone`. */
  readonly path: Path;
}

export type ResourceSort = 'resource' | 'collection' | 'external' | 'externalCollection';

/** What other expressions see of a resource: an object, or a list of them. */
export function sortOfResource({ externalRef, template, forEach }: Resource): ResourceSort {
  if (externalRef === undefined || template !== undefined) return forEach.length > 0 ? 'collection' : 'resource';
  return hasSelector(externalRef) ? 'externalCollection' : 'external';
}

/** The object that a resource makes or reads, and where it stands in the graph. */
export function objectOf({ template, externalRef, path }: Resource): { object: PlainMap; path: Path } | undefined {
  if (template !== undefined) return { object: template, path: [...path, 'template'] };
  return externalRef && { object: externalRef, path: [...path, 'externalRef'] };
}

function hasSelector({ metadata }: PlainMap): boolean {
  return typeof metadata === 'object' && metadata !== null && ((metadata as PlainMap)['selector'] ?? null) !== null;
}
