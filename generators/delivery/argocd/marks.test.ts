import { expect, test } from 'vitest';
import { marks, waveOf } from './marks.ts';

const syncOptions = 'argocd.argoproj.io/sync-options';

test.each([
  ['keep', { 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous', [syncOptions]: 'Prune=false,Delete=false' }],
  ['confirm', { [syncOptions]: 'Prune=confirm,Delete=confirm' }],
  ['prune', {}],
] as const)('what says %s', (retention, annotations) => {
  expect(marks({ retention })).toEqual(annotations);
});

test('options stand in one annotation', () => {
  expect(marks({ retention: 'confirm', kindMayBeMissing: true, immutable: true })).toEqual({
    [syncOptions]: 'SkipDryRunOnMissingResource=true,Prune=confirm,Delete=confirm,Force=true,Replace=true',
  });
});

test('an order is a wave, the first one among others', () => {
  const annotations = marks({ retention: 'prune', order: -3 });
  expect(annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '-3' });
  expect(waveOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', annotations } })).toBe(-3);
  expect(waveOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } })).toBe(0);
});
