import type { ParsedFile } from '../model/parsed-file.ts';
import type { Locate, Subject } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import type { Span } from '../source/source.ts';

/** One voice in a merge: a file, or a part of one. */
export interface Layer {
  readonly file: ParsedFile;
  readonly value: Readonly<Record<string, unknown>>;
  readonly find: (path: Path, at?: 'key' | 'value') => Span | undefined;
}

/** Changes with the text of a file. */
export function textVersion({ source }: ParsedFile): string {
  return source.hash ?? source.text;
}

export function layerOf(file: ParsedFile): Layer {
  return { file, value: file.value, find: file.find };
}

/**
 * Finds the layer that set a path: the last that has it. Where none has it (a default, or a missing field), the nearest
 * parent that somebody wrote, or else the start of the last layer's file.
 */
export function locateThrough(layers: readonly Layer[], of: Subject): Locate {
  const last = layers.at(-1);
  return (path, at = 'value') => {
    for (let length = path.length; length > 0; length--) {
      const prefix = path.slice(0, length);
      for (let index = layers.length - 1; index >= 0; index--) {
        const place = ownPath(layers, index, prefix);
        const span = place && layers[index]?.find(place, length === path.length ? at : 'key');
        if (span !== undefined) return { span, of };
      }
    }
    return last === undefined ? { of } : { span: { source: last.file.source, start: 0, end: 0 }, of };
  };
}

/** Patches of all layers are appended, so an index counts through the layers; every other path is the same in each. */
function ownPath(layers: readonly Layer[], index: number, path: Path): Path | undefined {
  const [head, position] = path;
  if (head !== 'patches' || typeof position !== 'number') return path;
  let before = 0;
  for (const layer of layers.slice(0, index)) before += patchCount(layer);
  const own = position - before;
  return own < 0 || own >= patchCount(layers[index] as Layer) ? undefined : ['patches', own, ...path.slice(2)];
}

function patchCount({ value }: Layer): number {
  return Array.isArray(value.patches) ? value.patches.length : 0;
}
