import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';

test('versions are ordered as SemVer does it, those of EKS too', () => {
  const ascending = [
    'v1.2.9-eksbuild.2',
    'v1.2.9-eksbuild.10',
    'v1.2.10-eksbuild.1',
    '1.3.0-1',
    '1.3.0-alpha',
    '1.3.0-alpha.1',
    '1.3.0-beta',
    '1.3.0',
    '1.3.0.1',
    'v1.10.0',
    '2.0.0',
  ];
  for (const [index, version] of ascending.entries()) {
    for (const [other, text] of ascending.entries()) {
      expect(Math.sign(compareVersions(version, text)), `${version} ${text}`).toBe(Math.sign(index - other));
    }
  }
  expect(compareVersions('v1.2.3+up1', '1.2.3')).toBe(0);
});
