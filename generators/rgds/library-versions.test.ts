import { expect, test } from 'vitest';
import { exampleHub } from '../diagnostics/example-files.ts';
import { repository } from '../testing/repository.ts';
import { libraryVersions } from './library-versions.ts';
import { rgds } from './registry.ts';

test('a version is a folder that every cloud has', () => {
  expect(libraryVersions(['aws/v1/network', 'aws/v1/cluster', 'aws/v2/cluster', 'camp/v1/tent'])).toEqual(['v1']);
  expect(libraryVersions(['aws/v1/cluster', 'aws/v2/cluster'])).toEqual(['v1', 'v2']);
  expect(libraryVersions(Object.keys(rgds))).toEqual(['v1']);
});

test('a version or a kind that no folder has is told with the nearest', async () => {
  const told = async (line: string) => {
    const { diagnostics } = await repository({ 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', line) }).compile();
    return diagnostics.map(({ message }) => message);
  };
  expect(await told('versions: {library: v2}')).toEqual(['"versions.library" cannot be "v2". Did you mean "v1"?']);
  expect(await told('graphs: [VPCNetwrk]')).toEqual([expect.stringContaining('Did you mean "VPCNetwork"?')]);
});
