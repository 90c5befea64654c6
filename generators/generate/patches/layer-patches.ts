import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { PatchTarget } from '../../model/patch.ts';
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
  readonly target: PatchTarget;
  readonly span: Span;
}

/** Follows what patches of layers hit: in one spoke they may hit nothing, but not in all. `known`: of an earlier compilation. */
export function layerPatches(known: PatchHits): LayerPatches {
  const all = new Map(known);
  const places = new Map<string, Place>();
  return {
    hits: all,
    add(spoke, hits) {
      const own: Record<string, boolean> = {};
      for (const [index, { target }] of spoke.patches.entries()) {
        const { span } = spoke.locate(['patches', index, 'target']);
        if (span === undefined || span.source.path === spoke.file) continue;
        const id = `${span.source.path}:${span.start}`;
        own[id] = hits[index] ?? false;
        places.set(id, { target, span });
      }
      if (Object.keys(own).length > 0) all.set(spoke.name, own);
    },
    *problems() {
      const hit = new Map<string, boolean>();
      for (const own of all.values()) for (const id of Object.keys(own)) hit.set(id, own[id] || hit.get(id) === true);
      for (const [id, isHit] of hit) if (!isHit) yield unmatched(id, places.get(id));
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
