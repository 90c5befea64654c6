import { expect, test } from 'vitest';
import type { Addon } from '../addons/addon.ts';
import { needsOf, runsOn } from '../addons/addon-parts.ts';
import { addons } from '../addons/registry.ts';
import { exampleSpoke } from '../checks/example-files.ts';
import { repository } from './repository.ts';

const registry: Readonly<Record<string, Addon>> = addons;
const managedVersions: Readonly<Record<string, string>> = { 'aws-ebs-csi-driver': 'v1.48.0-eksbuild.1' };

const tried = Object.entries(registry)
  .filter(([, addon]) => runsOn(addon, 'aws'))
  .flatMap(([name, addon]) => (addon.examples ?? [{}]).map((options, index) => ({ name, index, options })));

/** A layer that turns on an add-on and all that it needs. */
function layerWith(name: string, options: object): string {
  const chosen = new Map<string, object>([[name, options]]);
  const managed = new Set<string>();
  for (const one of chosen.keys()) {
    for (const need of needsOf(registry[one] as Addon, 'aws')) {
      if ('managed' in need) managed.add(need.managed);
      if ('addon' in need && !chosen.has(need.addon)) chosen.set(need.addon, registry[need.addon]?.examples?.[0] ?? {});
    }
  }
  const pins = [...chosen.keys()].flatMap((one) => {
    const { chart, recommended } = registry[one] as Addon;
    return chart === undefined ? [] : [[one, recommended?.version ?? '1.0.0'] as const];
  });
  return [
    `addons: ${JSON.stringify(Object.fromEntries(chosen))}`,
    `eks: {addons: ${JSON.stringify(Object.fromEntries([...managed].map((one) => [one, {}])))}}`,
    `versions: {addons: ${JSON.stringify(Object.fromEntries(pins))}, eks: {addons: ${JSON.stringify(managedVersions)}}}`,
  ].join('\n');
}

test.each(tried)(
  '$name as in its example $index is delivered, and nothing is said of it',
  async ({ name, options }) => {
    const { diagnostics } = await repository({
      'config/environments/production.yaml': `${layerWith(name, options)}\n`,
      'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}'),
    }).compile();
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  },
);
