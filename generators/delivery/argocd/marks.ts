import type { Manifest } from '../../model/manifest.ts';
import type { Annotations, Marks } from '../../model/marks.ts';

const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
const COMPARE_OPTIONS = 'argocd.argoproj.io/compare-options';

/**
 * What is kept is ignored when it is extraneous: as a difference it would hold up all that waits for its Application.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/
 */
const ofRetention: Readonly<Record<Marks['retention'], Words>> = {
  keep: { compare: 'IgnoreExtraneous', sync: ['Prune=false,Delete=false'] },
  confirm: { sync: ['Prune=confirm,Delete=confirm'] },
  prune: { sync: [] },
};

/** What Argo CD reads of an object. */
interface Words {
  readonly wave?: number | undefined;
  readonly compare?: string | undefined;
  readonly sync?: readonly string[];
}

export function marks({ retention, order, kindMayBeMissing, immutable }: Marks): Annotations {
  const { sync = [], ...words } = ofRetention[retention];
  const options = [
    ...(kindMayBeMissing ? ['SkipDryRunOnMissingResource=true'] : []),
    ...sync,
    ...(immutable ? ['Force=true,Replace=true'] : []),
  ];
  return annotations({ ...words, wave: order, sync: options });
}

export function annotations({ wave, compare, sync = [] }: Words): Annotations {
  return {
    ...(wave !== undefined && { [SYNC_WAVE]: String(wave) }),
    ...(compare !== undefined && { [COMPARE_OPTIONS]: compare }),
    ...(sync.length > 0 && { [SYNC_OPTIONS]: sync.join(',') }),
  };
}

/** When an object is synced among those of its Application. */
export function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.[SYNC_WAVE] ?? 0);
}
