import type { Bundle } from '../model/bundle.ts';
import type { Kustomization, Manifest } from '../model/manifest.ts';
import type { Path } from '../source/path.ts';

/** Files of `out/` by path: text, or objects that are not printed yet. */
export type OutFiles = ReadonlyMap<string, string | readonly (Manifest | Kustomization)[]>;

/** What an engine makes of one unit of delivery. Nobody has to know how the engine calls it to see what it does. */
export interface Delivered {
  readonly hub: string;
  /** Unique on its hub. */
  readonly name: string;
  /** The object that tells the engine to deliver it. */
  readonly object: Manifest;
  /** The file of `out/` with that object, or with the template of it. */
  readonly file: string;
  /** The object whose template it is made of, and the file with what fills it in; none where it is written as it is. */
  readonly template?: { readonly object: Manifest; readonly parameters: string };
  /** The unit that delivers its object; none for a root, which a person applies. */
  readonly by?: Delivered;
  /** When its object, or the template of it, is delivered by that unit: what is smaller comes first. */
  readonly order: number;
  readonly cluster: Bundle['cluster'];
  /** Where what names no namespace goes. */
  readonly namespace?: string;
  /** The engine makes that namespace where it is missing. */
  readonly makesNamespace?: boolean;
  /** The folder of `out/` that is delivered. */
  readonly folder?: string;
  /** What is delivered instead and cannot be looked into: a chart, or somebody else's repository. */
  readonly closed?: string;
  /** What stands in the folder; read when it is asked for. */
  readonly objects: () => readonly DeliveredObject[];
  /** Why not everything that it delivers is known. */
  readonly problems: () => readonly string[];
}

export interface DeliveredObject {
  readonly object: Manifest;
  /** The file of `out/` that it is read from, or the kustomization that makes it. */
  readonly file: string;
  readonly order: number;
}

/** Something that an engine delivers, but would refuse to. */
export interface Refused {
  readonly unit: Delivered;
  /** In words, to stand after the unit: `reads "https://charts.example.com"`. */
  readonly what: string;
  /** What says so, and where in it. */
  readonly because: { readonly object: Manifest; readonly path: Path };
  /** In words, to stand after "which": `project "a" does not permit`. */
  readonly why: string;
}

/** When something is delivered: its order, after those of all units that lead to it. */
export type Position = readonly number[];

export function positionOf({ by, order }: Delivered): Position {
  return by === undefined ? [] : [...positionOf(by), order];
}

export function comparePositions(a: Position, b: Position): number {
  for (const [index, order] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (order !== other) return order - other;
  }
  return a.length - b.length;
}

/** The units that lead to one, from the root to itself. */
export function pathTo(unit: Delivered): readonly Delivered[] {
  return unit.by === undefined ? [unit] : [...pathTo(unit.by), unit];
}

/** A cluster in words: a spoke's name has no space. */
export function clusterName(cluster: Delivered['cluster']): string {
  return cluster === 'hub' ? 'the hub' : cluster.spoke;
}
