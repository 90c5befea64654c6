import { fileKindFacts } from '../model/file-kinds.ts';
import type { ParsedFile } from '../model/parsed-file.ts';
import { inheritedLayer } from './inherited-layer.ts';
import { layerOf, locateThrough, textVersion } from './layer.ts';
import { mergeLayer } from './merge.ts';
import type { Resolved } from './resolve-spoke.ts';

/** Resolves a file that has no layers but `config.yaml`. */
export function resolveFile(file: ParsedFile, config: ParsedFile | undefined): Resolved {
  const below = config && inheritedLayer(fileKindFacts[file.kind].complete, config);
  const layers = below === undefined ? [layerOf(file)] : [below, layerOf(file)];
  const value = layers.reduce<Resolved['value']>((merged, layer) => mergeLayer(merged, layer.value), {});
  const locate = locateThrough(layers, { kind: file.kind, name: file.name });
  return { file, layers, value, locate, version: `${JSON.stringify(below?.value)} ${textVersion(file)}` };
}
