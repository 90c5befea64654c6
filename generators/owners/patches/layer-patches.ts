import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { PatchTarget } from '../../model/config/patch.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { Span } from '../../source/source.ts';
import { describeTarget } from './patch-targets.ts';

/** A patch of a layer of a spoke. */
export interface LayerPatch {
  readonly target: PatchTarget;
  /** Where the layer says it. */
  readonly span: Span;
  /** Whether the spoke has an object for it. */
  readonly isHit: boolean;
}

/** Finds the patches of the layers of spokes. `hits`: for each patch of the spoke, whether it has an object for it. */
export function layerPatches(): (spoke: Spoke, hits: readonly boolean[]) => readonly LayerPatch[] {
  // Spokes share the patches of their layers. Undefined for those of a spoke's own file.
  const places = new Map<Spoke['patches'][number], Span | undefined>();
  const placeOf = (spoke: Spoke, index: number): Span | undefined => {
    const patch = spoke.patches[index] as Spoke['patches'][number];
    if (!places.has(patch)) {
      const { span } = spoke.locate(['patches', index, 'target']);
      places.set(patch, span?.source.path === spoke.file ? undefined : span);
    }
    return places.get(patch);
  };
  return (spoke, hits) =>
    hits.flatMap((isHit, index) => {
      const span = placeOf(spoke, index);
      const target = spoke.patches[index]?.target;
      return span === undefined || target === undefined ? [] : [{ target, span, isHit }];
    });
}

/** Patches that fit none of the spokes of their layer: in one spoke they may fit nothing, but not in all. */
export function* unmatchedPatches(patches: Iterable<LayerPatch>): Generator<Problem> {
  const byPlace = new Map<string, LayerPatch>();
  for (const patch of patches) {
    const place = `${patch.span.source.path}:${patch.span.start}`;
    if (patch.isHit || !byPlace.has(place)) byPlace.set(place, patch);
  }
  for (const { isHit, target, span } of byPlace.values()) {
    if (isHit) continue;
    yield {
      message: `No ${describeTarget(target)} is emitted for any spoke of this layer.`,
      at: { span },
      help: 'Take the patch out, or name an object that one of its spokes has.',
    };
  }
}
