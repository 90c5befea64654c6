import { describe, expect, test } from 'vitest';
import { causesOf } from '../diagnostics/causes.ts';
import { type Files, repository } from '../testing/repository.ts';
import { exampleSpoke } from './example-files.ts';

async function codes(files: Files): Promise<readonly string[]> {
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe('the order of checks', () => {
  test('while a name leads nowhere, nothing is said of what depends on it', async () => {
    const files = {
      'config/spokes/green.yaml': exampleSpoke('network: {use: nowhere}', 'nodeGroups: {default: {min: 9}}'),
      'config/spokes/red.yaml': exampleSpoke('network: {cidr: 10.0.0.0/18}', 'teams: [nobody]'),
    };
    expect(await codes(files)).toEqual([
      'reference/unknown-network: "nowhere" is no network.',
      'reference/unknown-team: "nobody" is no team. Known: "checkout".',
    ]);
  });

  test('all other problems are told at once', async () => {
    const files = {
      'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'nodeGroups: {default: {min: 9}}'),
      'config/spokes/red.yaml': exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {kubernetes: "1.99"}'),
    };
    expect((await codes(files)).map((line) => line.split(':')[0])).toEqual([
      'nodes/min-max',
      'network/cidr-overlap',
      'kubernetes/unknown-version',
    ]);
  });

  test('a wrong range is told about once, by the first thing that is wrong with it', async () => {
    for (const [range, code] of [
      ['10.0.0.300/18', 'network/invalid-cidr'],
      ['10.0.0.1/18', 'network/not-canonical'],
      ['10.0.0.0/12', 'network/size'],
      ['192.168.0.0/18', 'network/outside-pool'],
    ]) {
      const files = { 'config/spokes/green.yaml': exampleSpoke(`network: {cidr: ${range}}`) };
      expect((await codes(files)).map((line) => line.split(':')[0])).toEqual([code]);
    }
  });

  test('a mistake in a layer is told about once, at the layer, however many spokes have it', async () => {
    const files = {
      'config/environments/production.yaml': 'teams: [chekcout]\n',
      'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}'),
    };
    const { diagnostics } = await repository(files).compile();
    const causes = causesOf(diagnostics);
    expect(causes.map(({ diagnostic: { at, message } }) => [at?.span?.source.path, message])).toEqual([
      ['config/environments/production.yaml', '"chekcout" is no team. Did you mean "checkout"?'],
    ]);
    expect(causes[0]?.alsoFor.map(({ name }) => name)).toEqual(['green']);
  });
});
