import type { StateData } from '../../disk/state-file.ts';
import type { PatchHits } from '../../owners/patches/layer-patches.ts';

/** No input file has such a path. */
const key = 'patches of layers';

/** What patches of layers hit in each spoke. */
export function encodePatchHits(hits: PatchHits): readonly [string, Uint8Array] {
  return [key, Buffer.from(JSON.stringify([...hits]))];
}

/** Of these spokes. */
export function knownPatchHits({ payloads }: StateData, spokes: ReadonlySet<string>): PatchHits | undefined {
  const bytes = payloads.get(key);
  if (bytes === undefined) return undefined;
  const all: readonly (readonly [string, Readonly<Record<string, boolean>>])[] = JSON.parse(
    Buffer.from(bytes).toString(),
  );
  return new Map(all.filter(([name]) => spokes.has(name)));
}
