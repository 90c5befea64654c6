import { clouds } from '../clouds/registry.ts';
import type { CloudCheck } from '../model/check.ts';
import type { Fleet } from '../model/fleet.ts';
import { extensionsByName } from '../util/extensions-by-name.ts';
import type { Check } from './check.ts';

/** A check of a cloud looks at the spokes and networks of this cloud alone. */
function within(cloud: string, check: CloudCheck): CloudCheck {
  // Nobody else has its facts.
  if (check.over === 'change') return check;
  return {
    ...check,
    run: (fleet: Fleet) => {
      const spokes = [...fleet.spokes].filter(([, spoke]) => spoke.cloud === cloud);
      const networks = [...fleet.networks].filter(([, { account }]) => fleet.accounts.get(account)?.cloud === cloud);
      return check.run({ ...fleet, spokes: new Map(spokes), networks: new Map(networks) });
    },
  };
}

const ofClouds = Object.entries(clouds).flatMap(([cloud, { checks }]) =>
  Object.entries(checks).map(([code, check]) => [code, within(cloud, check)] as const),
);

/** By code. */
export const checks: Readonly<Record<string, Check>> = {
  ...extensionsByName(import.meta.glob<Check>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' })),
  ...Object.fromEntries(ofClouds),
};
