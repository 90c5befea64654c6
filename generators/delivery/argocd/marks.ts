import type { Manifest } from '../../model/manifest.ts';

export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

/** When an object is synced among those of its Application. */
export function waveOf({ metadata }: Manifest): number {
  return Number(metadata.annotations?.[SYNC_WAVE] ?? 0);
}
