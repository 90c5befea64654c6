import { type Stage, stages } from '../../addons/addon.ts';
import { type EnabledAddon, hasManifests } from '../../addons/addon-parts.ts';

type Waves = Readonly<Record<Stage | 'applications', number>>;

/**
 * Waves of the stages of a spoke, from the first one's on. A stage without add-ons takes none; one with a chart that has
 * manifests beside it takes two. Applications come last.
 */
export function stageWaves(addons: readonly EnabledAddon[], first: number): Waves {
  const waves: Partial<Record<Stage, number>> = {};
  let next = first;
  for (const stage of stages) {
    const members = addons.filter(({ addon }) => addon.stage === stage);
    waves[stage] = next;
    if (members.length === 0 && stage !== 'system') continue;
    next += members.some((one) => one.addon.chart !== undefined && hasManifests(one)) ? 2 : 1;
  }
  return { ...(waves as Record<Stage, number>), applications: next };
}
