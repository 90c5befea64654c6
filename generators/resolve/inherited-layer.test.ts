import { completeSchemas } from 'generated:complete-schemas';
import { expect, test } from 'vitest';
import { parseFile } from '../load/parse-file.ts';
import type { CompleteKind } from '../model/file-kinds.ts';
import type { ParsedFile } from '../model/parsed-file.ts';
import type { JsonSchema } from '../schema/config/json-schema.ts';
import type { Path } from '../source/path.ts';
import { inheritedLayer } from './inherited-layer.ts';

const text = `format: 1
organisation: acme
versions: {kubernetes: "1.35", library: v1, kro: 0.9.2, ack: {ec2: 1.20.0}, addons: {reloader: 2.2.3}}
defaults:
  network: {azCount: 3, nat: single, isolated: true}
  deletionPolicy: retain
  tags: {team: platform}
  teams: [checkout]
`;
const { file } = parseFile('config', 'config', { path: 'config/config.yaml', text });
const inherited = (kind: CompleteKind) => inheritedLayer(kind, file as ParsedFile);

function written(kind: CompleteKind, path: Path): string | undefined {
  const span = inherited(kind)?.find(path);
  return span && text.slice(span.start, span.end);
}

test('every kind inherits what its model marks', () => {
  expect(inherited('hub')?.value).toEqual({ versions: { library: 'v1', kro: '0.9.2', ack: { ec2: '1.20.0' } } });
  expect(inherited('network')?.value).toEqual({ azCount: 3, nat: 'single', tags: { team: 'platform' } });
  expect(inherited('spoke')?.value).toEqual({
    network: { azCount: 3, nat: 'single', isolated: true },
    versions: { kubernetes: '1.35', addons: { reloader: '2.2.3' } },
    deletionPolicy: 'retain',
    tags: { team: 'platform' },
    teams: ['checkout'],
  });
  for (const kind of ['config', 'account', 'team', 'layer'] as const) expect(inherited(kind)).toBeUndefined();
});

test('it is found where config.yaml says it, and what is not inherited nowhere', () => {
  expect(written('network', ['nat'])).toBe('single');
  expect(written('network', ['tags', 'team'])).toBe('platform');
  expect(written('network', ['isolated'])).toBeUndefined();
  expect(written('hub', ['versions', 'ack', 'ec2'])).toBe('1.20.0');
  expect(written('spoke', ['versions', 'kubernetes'])).toBe('"1.35"');
  expect(written('spoke', ['network', 'isolated'])).toBe('true');
  expect(written('spoke', ['organisation'])).toBeUndefined();
});

test('every mark leads to a field of config.yaml', () => {
  const fieldAt = (schema: JsonSchema | undefined, path: string) =>
    path.split('.').reduce((inner, name) => inner?.properties?.[name], schema);
  for (const { properties = {} } of Object.values(completeSchemas)) {
    for (const { inherits } of Object.values(properties))
      if (inherits !== undefined) expect(fieldAt(completeSchemas.config, inherits), inherits).toBeDefined();
  }
});
