import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileKind, fileKinds } from '../model/file-kinds.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import type { Path } from '../source/path.ts';
import { isMap } from '../util/plain-map.ts';
import { spokeResolver } from './resolve-spoke.ts';

type Data = Readonly<Record<string, unknown>>;

function fileOf(kind: FileKind, name: string, value: Data): ParsedFile {
  const source = { path: `config/${kind}/${name}.yaml`, text: '' };
  return { kind, name, source, value, find: (_: Path) => undefined };
}

/** Everything that a spoke's layers say, lowest first: defaults, environment, region, two components, the spoke. */
type Layers = readonly [Data, Data, Data, Data, Data, Data];

function resolved(layers: Layers, complete?: (value: Data) => Data): Data {
  const [defaults, environment, region, first, second, own] = layers;
  const empty = Object.fromEntries(fileKinds.map((kind) => [kind, new Map()])) as unknown as ParsedConfig;
  const config: ParsedConfig = {
    ...empty,
    config: new Map([['config', fileOf('config', 'config', { defaults })]]),
    environment: new Map([['e', fileOf('environment', 'e', environment)]]),
    region: new Map([['r', fileOf('region', 'r', region)]]),
    component: new Map([
      ['one', fileOf('component', 'one', first)],
      ['two', fileOf('component', 'two', second)],
    ]),
  };
  const resolve = spokeResolver(config, complete && { complete });
  const names = { environment: 'e', region: 'r', components: ['one', 'two'] };
  // Asked for twice: the second answer comes from what spokes share.
  resolve(fileOf('spoke', 'other', names));
  const {
    environment: _e,
    region: _r,
    components: _c,
    versions: _v,
    ...value
  } = resolve(fileOf('spoke', 'blue', { ...names, ...own })).resolved?.value ?? {};
  return value;
}

const none: Layers = [{}, {}, {}, {}, {}, {}];
const positions = ['defaults', 'an environment', 'a region', 'a component', 'another component', 'the spoke'];

describe.each(positions.map((name, index) => [name, index] as const))('null in %s', (_, index) => {
  const said = { addons: { metricsServer: { replicas: 3 }, storageClasses: {} }, nodeGroups: { default: { max: 3 } } };
  const at = (value: Data) => none.with(index, value) as unknown as Layers;

  test('removes what the layers before it said, and nothing of what those after it say', () => {
    for (let before = 0; before < index; before++) {
      const layers = at({ addons: { metricsServer: null } }).with(before, said) as unknown as Layers;
      expect(resolved(layers)).toEqual({ addons: { storageClasses: {} }, nodeGroups: { default: { max: 3 } } });
      expect(resolved(at({ nodeGroups: null }).with(before, said) as unknown as Layers)).toEqual({
        addons: said.addons,
      });
    }
    for (let after = index + 1; after < none.length; after++) {
      const layers = at({ addons: { metricsServer: null } }).with(after, said) as unknown as Layers;
      expect(resolved(layers)).toEqual(said);
    }
  });

  test('leaves no null behind', () => {
    expect(resolved(at({ addons: { metricsServer: null }, tags: null }))).toEqual({ addons: {} });
  });
});

/** Maps whose entries may have any name. */
const fields = ['tags', 'nodeGroups', 'applications'];
const leaf = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const { map } = fc.letrec<{ map: Record<string, unknown> }>((tie) => ({
  map: fc.dictionary(fc.constantFrom(...fields), fc.oneof({ maxDepth: 3 }, leaf, tie('map')), { maxKeys: 3 }),
}));
const layers = fc.tuple(map, map, map, map, map, map);

/** What a layer says of a path: nothing (undefined), that it goes (null), a map, or a value. */
function wordOf(layer: Data, path: readonly string[]): unknown {
  let value: unknown = layer;
  for (const key of path) {
    // A scalar or a list in the place of a map takes away what stood in it.
    if (!isMap(value)) return null;
    value = value[key];
    if (value === undefined) return undefined;
  }
  return isMap(value) ? {} : value;
}

/** The last word on a path, found without merging. */
function lastWord(all: Layers, path: readonly string[]): unknown {
  return all.map((layer) => wordOf(layer, path)).findLast((word) => word !== undefined) ?? undefined;
}

const paths = fields.flatMap((one) => [[one], ...fields.map((two) => [one, two])]);

test('property: every field is the last word on it, whichever layer has it', () => {
  fc.assert(
    fc.property(layers, (all) => {
      const value = resolved(all as Layers);
      for (const path of paths) {
        const found = path.reduce<unknown>((below, key) => (below as Data | undefined)?.[key], value);
        expect([path, isMap(found) ? {} : found]).toEqual([path, lastWord(all as Layers, path)]);
      }
    }),
  );
});

test('property: defaults that are written out early change nothing', () => {
  const complete = (value: Data): Data => ({
    ...value,
    tags: value['tags'] ?? { tags: 1 },
    nodeGroups: value['nodeGroups'] ?? [],
  });
  fc.assert(
    fc.property(layers, (all) => {
      expect(complete(resolved(all as Layers, complete))).toEqual(complete(resolved(all as Layers)));
    }),
  );
});
