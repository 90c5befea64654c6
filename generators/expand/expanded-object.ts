import type { PlainMap } from '../util/plain-map.ts';

/** An object that a cluster will hold, with those that come of it. */
export interface ExpandedObject {
  /** What nobody knows before the cloud has answered stands in it as text: `‹vpc.status.vpcID›`. */
  readonly object: PlainMap;
  /** `the hub`, or the name of a spoke. */
  readonly cluster: string;
  /** The unit that delivers it, or what it comes of. */
  readonly application: string;
  /** When it is delivered in that unit: what is smaller comes first. Absent where kro makes it. */
  readonly wave?: number;
  /** The resource of the graph that it is made of. */
  readonly resource?: string;
  /** A condition that only the cloud decides: perhaps it is not made. */
  readonly when?: string;
  /** A list that only the cloud knows: there is one of these for each item. */
  readonly forEach?: string;
  /** What cannot be looked into: a chart, or somebody else's repository. */
  readonly closed?: string;
  /** Why not everything of it is made. */
  readonly notes: readonly string[];
  readonly children: readonly ExpandedObject[];
}

/** An object and everything below it, parents first. */
export function flatten(objects: readonly ExpandedObject[]): readonly ExpandedObject[] {
  return objects.flatMap((one) => [one, ...flatten(one.children)]);
}
