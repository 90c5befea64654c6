import type { Stage } from '../../addons/addon.ts';
import { type EnabledAddon, hasManifests } from '../../addons/addon-parts.ts';
import type { Bundle, BundleSource } from '../../model/bundle.ts';
import type { Spoke } from '../../model/fleet.ts';
import { addonApplication, addonManifestsApplication, addonsProject, kebabCase } from '../../model/names.ts';
import { spokeFolder } from '../../model/out-paths.ts';
import { merge } from '../../resolve/merge.ts';

/** An add-on's chart, its manifests, or the one and then the other. */
export function addonBundles(
  spoke: Spoke,
  enabled: EnabledAddon,
  waves: Readonly<Record<Stage, number>>,
): readonly Bundle[] {
  const { name, addon } = enabled;
  const bundle = (application: string, wave: number, source: BundleSource): Bundle => ({
    name: application,
    wave,
    project: addonsProject(spoke.name),
    cluster: { spoke: spoke.name },
    namespace: addon.namespace.name,
    createNamespace: addon.namespace.ownedBy === 'addon',
    source,
  });
  const application = addonApplication(spoke.name, name);
  const wave = waves[addon.stage];
  const manifests: BundleSource = { kind: 'path', path: `${spokeFolder(spoke)}/addons/${kebabCase(name)}` };
  if (addon.chart === undefined) return [bundle(application, wave, manifests)];
  const traces = { values: ['addons', name, 'values'] };
  const chart = { ...bundle(application, wave, chartSource(spoke, enabled)), traces };
  if (!hasManifests(enabled)) return [chart];
  return [
    chart,
    { ...bundle(addonManifestsApplication(spoke.name, name), wave + 1, manifests), kindMayBeMissing: true },
  ];
}

function chartSource(spoke: Spoke, { name, addon: { chart }, context }: EnabledAddon): BundleSource {
  if (chart === undefined) throw new Error(`the add-on ${name} has no chart`);
  const { values: given } = context.options as { readonly values?: unknown };
  return {
    kind: 'chart',
    repo: chart.repo,
    chart: chart.name,
    version: spoke.versions.addons[name] ?? '',
    releaseName: kebabCase(name),
    values: merge(chart.values(context), given ?? {}) as Readonly<Record<string, unknown>>,
  };
}
