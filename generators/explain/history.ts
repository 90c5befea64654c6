import type { Layer } from '../resolve/layer.ts';
import { formatPath, type Path, valueAt } from '../source/path.ts';
import { positionAt, type Span } from '../source/source.ts';
import { isMap } from '../util/plain-map.ts';
import type { Subject } from './subjects.ts';

/** A place in a file of the configuration. */
export interface ConfigPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What one layer says of a field. */
export interface Statement extends ConfigPlace {
  /** Such as `defaults` or `environment staging`. */
  readonly layer: string;
  /** `null` removes what lower layers say. */
  readonly value: unknown;
  /** Whether the field has its value from here. Maps are merged, so that no layer wins. */
  readonly wins: boolean;
}

/** Every layer that says something about a field or removes what it is part of, lowest first; none where it is a default. */
export function historyOf({ layers, file }: Subject, path: Path): readonly Statement[] {
  if (path.length === 0)
    return [{ file: file.source.path, line: 1, layer: 'name of the file', value: file.name, wins: true }];
  const statements = layers.flatMap((layer, index) => {
    const said = saidIn(layers, index, path);
    const span = said && layer.find(said.at);
    if (said === undefined || span === undefined) return [];
    return [{ ...placeOf(span), layer: layerName(layer, file.kind), value: said.value, wins: false }];
  });
  const last = statements.at(-1);
  return last === undefined
    ? []
    : [...statements.slice(0, -1), { ...last, wins: statements.length === 1 || !isMap(last.value) }];
}

/** The layer's own words: the field itself, or `null`, a list or a scalar in the place of what it is part of. */
function saidIn(
  layers: readonly Layer[],
  index: number,
  path: Path,
): { readonly at: Path; readonly value: unknown } | undefined {
  const layer = layers[index] as Layer;
  const own = path[0] === 'patches' ? patchPath(layers, index, path) : path;
  if (own === undefined) return undefined;
  for (let length = 1; length <= own.length; length++) {
    const at = own.slice(0, length);
    const value = valueAt(layer.value, at);
    if (value === undefined) return undefined;
    if (length === own.length) return { at, value };
    if (Array.isArray(value) && valueAt(value, own.slice(length)) !== undefined)
      return { at: own, value: valueAt(value, own.slice(length)) };
    if (!isMap(value)) return { at, value };
  }
  return undefined;
}

/** Patches of all layers are appended: an index counts through them. */
function patchPath(layers: readonly Layer[], index: number, path: Path): Path | undefined {
  const count = ({ value }: Layer): number => (Array.isArray(value.patches) ? value.patches.length : 0);
  const own = Number(path[1]) - layers.slice(0, index).reduce((sum, layer) => sum + count(layer), 0);
  return own >= 0 && own < count(layers[index] as Layer) ? ['patches', own, ...path.slice(2)] : undefined;
}

function placeOf({ source, start }: Span): ConfigPlace {
  return { file: source.path, line: positionAt(source, start).line };
}

function layerName({ file }: Layer, subject: string): string {
  if (file.kind === subject) return subject === 'config' ? 'fleet' : `${file.kind} ${file.name}`;
  return file.kind === 'config' ? 'defaults' : `${file.kind} ${file.name}`;
}

/** `network.nat`, or what stands for the name of the subject. */
export function fieldName(path: Path): string {
  return path.length === 0 ? 'name' : formatPath(path);
}
