import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import { withoutFields } from '../schema/config/foreign-fields.ts';
import type { Locate } from '../source/origin.ts';
import type { Hash } from '../util/hash.ts';
import { type CloudOfSpoke, cloudFinder, foreignProblems } from './cloud-of-spoke.ts';
import { inheritedLayer } from './inherited-layer.ts';
import { type Layer, layerOf, locateThrough, textVersion } from './layer.ts';
import { mergeLayer } from './merge.ts';

/** A resolved object before it is known to be complete. */
export interface Resolved {
  readonly file: ParsedFile;
  readonly value: Readonly<Record<string, unknown>>;
  readonly layers: readonly Layer[];
  readonly locate: Locate;
  /** Changes with what the layers below it say, and with the text of its own file. */
  readonly version: string;
  /** Of a spoke: that of its account. */
  readonly cloud?: string;
}

export type ResolveSpoke = (file: ParsedFile) => {
  readonly resolved?: Resolved;
  readonly problems: readonly CodedProblem[];
};

type Data = Readonly<Record<string, unknown>>;

/** What layers make together: as they say it, and with what `complete` adds. */
interface Below {
  readonly layers: readonly Layer[];
  readonly said: Data;
  readonly value: Data;
  readonly version: string;
}

interface Means {
  readonly complete?: (value: Data, cloud: string) => Data;
  readonly hash?: Hash;
}

/**
 * Merges the layers of a spoke, later wins: defaults, environment, region, components in the order of the spoke, spoke.
 * Spokes with the same layers share their merge, and what `complete` adds to it, so that it need not be added to each.
 */
export function spokeResolver(
  config: ParsedConfig,
  { complete = (value) => value, hash = (text) => String(text) }: Means = {},
): ResolveSpoke {
  const cloudOf = cloudFinder(config);
  const shared = new Map<string, Below>();
  const defaults = [...config.config.values()].flatMap((file) => inheritedLayer('spoke', file) ?? []);

  const sharedLayers = (
    cloud: CloudOfSpoke,
    environment: ParsedFile | undefined,
    region: ParsedFile | undefined,
    components: ParsedFile[],
  ) => {
    const files = [environment, region, ...components].filter((file) => file !== undefined);
    const key = [cloud.name, ...files.map(({ source }) => source.path)].join('\n');
    let found = shared.get(key);
    if (found === undefined) {
      const layers = [...defaults, ...files.map(layerOf)];
      const merged = layers.reduce<Data>((value, layer) => mergeLayer(value, layer.value), {});
      const said = withoutFields(merged, cloud.foreign);
      const version = hash(JSON.stringify([cloud.name, said]));
      found = { layers, said, value: complete(said, cloud.name), version };
      shared.set(key, found);
    }
    return found;
  };

  return (file) => {
    const cloud = cloudOf(file);
    const problems: CodedProblem[] = [...foreignProblems(file, cloud)];
    const { environment, region, components } = file.value;
    const environmentFile = typeof environment === 'string' ? config.environment.get(environment) : undefined;
    if (typeof environment === 'string' && environmentFile === undefined) {
      problems.push(unknownLayer('environment', environment, config, file, ['environment']));
    }
    const componentFiles = (Array.isArray(components) ? components : []).map((name: unknown, index) => {
      const found = config.component.get(String(name));
      if (found === undefined)
        problems.push(unknownLayer('component', String(name), config, file, ['components', index]));
      return found;
    });
    if (problems.length > 0) return { problems };
    const regionFile = typeof region === 'string' ? config.region.get(region) : undefined;
    const below = sharedLayers(cloud, environmentFile, regionFile, componentFiles as ParsedFile[]);
    const layers = [...below.layers, layerOf(file)];
    return {
      problems,
      resolved: {
        file,
        layers,
        version: `${below.version} ${textVersion(file)}`,
        cloud: cloud.name,
        // Most are known already, so it is made when somebody asks.
        get value() {
          return mergeSpoke(below, withoutFields(file.value, cloud.foreign));
        },
        locate: locateThrough(layers, { kind: 'spoke', name: file.name }),
      },
    };
  };
}

/** A default gives way as a whole: where a spoke speaks of a field, its words are merged with those of layers alone. */
function mergeSpoke({ said, value }: Below, own: Data): Data {
  const below: Record<string, unknown> = { ...value };
  for (const key of Object.keys(own)) {
    if (Object.hasOwn(said, key)) below[key] = said[key];
    else delete below[key];
  }
  return mergeLayer(below, own);
}

function unknownLayer(
  kind: 'environment' | 'component',
  name: string,
  config: ParsedConfig,
  file: ParsedFile,
  path: (string | number)[],
): CodedProblem {
  const span = file.find(path);
  return {
    code: `reference/unknown-${kind}`,
    ...unknownName({
      what: kind,
      name,
      known: config[kind].keys(),
      file: `config/${kind}s/${name}.yaml`,
      at: span === undefined ? {} : { span },
    }),
  };
}
