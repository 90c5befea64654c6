import type { ParsedFile } from '../model/parsed-file.ts';
import { defaultsLayer, type Layer, layerOf, locateThrough, versionOfLayers } from './layer.ts';
import { mergeLayer } from './merge.ts';
import type { Resolved } from './resolve-spoke.ts';

/** Resolves a file that has no layers. */
export function resolveFile(file: ParsedFile): Resolved {
  return resolveLayers([layerOf(file)], file);
}

/** Resolves a hub: what it does not say of `versions` stands in `config.yaml`. */
export function resolveHub(file: ParsedFile, config: ParsedFile | undefined): Resolved {
  if (config === undefined) return resolveFile(file);
  const { library, kro, ack } = (config.value.versions ?? {}) as Record<string, unknown>;
  return resolveLayers(
    [{ file: config, value: { versions: { library, kro, ack } }, find: config.find }, layerOf(file)],
    file,
  );
}

/** Resolves a shared network: what it does not say of its layout and tags stands in `config.yaml` under `defaults`. */
export function resolveNetwork(file: ParsedFile, config: ParsedFile | undefined): Resolved {
  if (config === undefined) return resolveFile(file);
  const defaults = defaultsLayer(config);
  const { azCount, nat, s3Endpoint } = (defaults.value['network'] ?? {}) as Record<string, unknown>;
  const shared: Layer = {
    file: config,
    value: { azCount, nat, s3Endpoint, tags: defaults.value['tags'] },
    find: (path, at) => defaults.find(path[0] === 'tags' ? path : ['network', ...path], at),
  };
  return resolveLayers([shared, layerOf(file)], file);
}

function resolveLayers(layers: readonly Layer[], file: ParsedFile): Resolved {
  const value = layers.reduce<Resolved['value']>((below, layer) => mergeLayer(below, layer.value), {});
  const locate = locateThrough(layers, { kind: file.kind, name: file.name });
  return { file, layers, value, locate, version: versionOfLayers(layers) };
}
