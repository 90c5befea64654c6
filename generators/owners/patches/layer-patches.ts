import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { PatchTarget } from '../../model/config/patch.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { Span } from '../../source/source.ts';
import { describeTarget } from './patch-targets.ts';

/** By spoke: the patches of its layers, by their place, and whether it has an object for each. */
export type PatchHits = ReadonlyMap<string, Readonly<Record<string, boolean>>>;

export interface LayerPatches {
  /** Those that were known, and those that were added. */
  readonly hits: PatchHits;
  /** `hits`: for each patch of the spoke, whether it has an object for it. */
  add(spoke: Spoke, hits: readonly boolean[]): void;
  /** Patches that fit none of the spokes of their layer. */
  problems(): Iterable<Problem>;
}

interface Place {
  readonly id: string;
  readonly target: PatchTarget;
  readonly span: Span;
}

/** Follows what patches of layers hit: in one spoke they may hit nothing, but not in all. `known`: of an earlier compilation. */
export function layerPatches(known: PatchHits): LayerPatches {
  const all = new Map(known);
  // Spokes share the patches of their layers. Undefined for those of a spoke's own file.
  const places = new Map<Spoke['patches'][number], Place | undefined>();
  const placeOf = (spoke: Spoke, index: number): Place | undefined => {
    const patch = spoke.patches[index] as Spoke['patches'][number];
    if (!places.has(patch)) {
      const { span } = spoke.locate(['patches', index, 'target']);
      const isOwn = span === undefined || span.source.path === spoke.file;
      places.set(patch, isOwn ? undefined : { id: `${span.source.path}:${span.start}`, target: patch.target, span });
    }
    return places.get(patch);
  };
  return {
    hits: all,
    add(spoke, hits) {
      const own: Record<string, boolean> = {};
      for (const [index, hit] of hits.entries()) {
        const place = placeOf(spoke, index);
        if (place !== undefined) own[place.id] = hit;
      }
      if (Object.keys(own).length > 0) all.set(spoke.name, own);
    },
    *problems() {
      const hit = new Map<string, boolean>();
      for (const own of all.values()) for (const id of Object.keys(own)) hit.set(id, own[id] || hit.get(id) === true);
      const byId = new Map([...places.values()].map((place) => [place?.id, place]));
      for (const [id, isHit] of hit) if (!isHit) yield unmatched(id, byId.get(id));
    },
  };
}

/** Without a place where only spokes of an earlier compilation have the layer: it takes a whole one to know it. */
function unmatched(id: string, place: Place | undefined): Problem {
  const what = place === undefined ? `object for the patch at ${id}` : describeTarget(place.target);
  return {
    message: `No ${what} is emitted for any spoke of this layer.`,
    ...(place && { at: { span: place.span } }),
    help: 'Take the patch out, or name an object that one of its spokes has.',
  };
}
