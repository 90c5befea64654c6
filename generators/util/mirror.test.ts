import { expect, test } from 'vitest';
import { mirrorOf } from './mirror.ts';

const mirrors = {
  'oci://registry.k8s.io': 'oci://mirror.example.com/k8s',
  'oci://registry.k8s.io/kro': 'oci://mirror.example.com/kro',
  'https://charts.example.com/': 'https://mirror.example.com/charts/',
  'registry.example.com/shop': 'mirror.example.com/shop',
};

test.each([
  ['oci://registry.k8s.io/kro/charts', 'oci://mirror.example.com/kro/charts'],
  ['oci://registry.k8s.io/other', 'oci://mirror.example.com/k8s/other'],
  ['oci://registry.k8s.iox/other', 'oci://registry.k8s.iox/other'],
  ['https://charts.example.com/', 'https://mirror.example.com/charts/'],
  ['registry.example.com/shop:1.2', 'mirror.example.com/shop:1.2'],
  ['registry.example.com/shopping', 'registry.example.com/shopping'],
])('%s is read from %s', (repository, expected) => {
  expect(mirrorOf(mirrors, repository)).toBe(expected);
});
