import type { Need } from '../../addons/addon.ts';
import { needsOf, runsOn } from '../../addons/addon-parts.ts';
import { enabledAddons } from '../../addons/enabled-addons.ts';
import { cloudNamed } from '../../clouds/cloud-named.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import { laterFirst } from '../../model/later-first.ts';
import { isKey } from '../../source/origin.ts';
import { type Path, valueAt } from '../../source/path.ts';
import { compareVersions } from '../../util/compare-versions.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { inFlow } from '../in-flow.ts';

const spoke = (managed: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'versions: {eks: {addons: {aws-ebs-csi-driver: v1.48.0-eksbuild.1}}}',
    `eks: {addons: ${managed}}`,
    'addons: {storageClasses: {}}',
  );

interface Place {
  readonly title: string;
  readonly path: Path;
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'An add-on has beside it what it needs, and not what it cannot bear.',
  details: 'Storage classes without their driver, for one, leave every claim waiting for ever.',
  good: { 'config/spokes/green.yaml': spoke('{aws-ebs-csi-driver: {}}') },
  bad: { 'config/spokes/green.yaml': spoke('{aws-ebs-csi-driver: null}') },
  *run({ spokes }) {
    for (const spoke of spokes.values()) {
      const enabled = enabledAddons(spoke);
      for (const { name, addon } of enabled) {
        if (!runsOn(addon, spoke.cloud)) yield elsewhere(spoke, name);
        for (const need of needsOf(addon, spoke.cloud)) if (!isMet(need, spoke)) yield unmet(spoke, name, need);
        for (const other of addon.excludes?.filter((one) => enabled.some((on) => on.name === one)) ?? []) {
          const [at, second] = laterFirst(
            spoke.locate(['addons', name], 'key'),
            spoke.locate(['addons', other], 'key'),
          );
          yield {
            message: `The add-ons "${name}" and "${other}" of spoke "${spoke.name}" exclude each other.`,
            at,
            notes: [{ message: 'the other one', at: second }],
            help: `Turn one of them off: \`${other}: null\`.`,
          };
        }
      }
    }
  },
});

function elsewhere(spoke: Spoke, name: string): Problem {
  return {
    message: `The add-on "${name}" of spoke "${spoke.name}" cannot run on "${spoke.cloud}".`,
    at: spoke.locate(['addons', name], 'key'),
    help: `Turn it off there: \`addons: {${name}: null}\`.`,
  };
}

function isMet(need: Need, spoke: Spoke): boolean {
  if ('kubernetes' in need) return compareVersions(spoke.versions.kubernetes, need.kubernetes) >= 0;
  return valueAt(spoke, placeOf(need, spoke).path) !== undefined;
}

/** Where a spoke turns on an add-on that is needed, and how people call one of its sort. */
function placeOf(need: Exclude<Need, { kubernetes: string }>, { cloud }: Spoke): Place {
  if ('addon' in need) return { title: 'add-on', path: ['addons', need.addon] };
  const { title, path } = cloudNamed(cloud).managedAddons;
  return { title, path: [...path, need.managed] };
}

function unmet(spoke: Spoke, name: string, need: Need): Problem {
  if (!('kubernetes' in need)) return missing(spoke, name, placeOf(need, spoke));
  const at = spoke.locate(['versions', 'kubernetes']);
  return {
    message: `The add-on "${name}" of spoke "${spoke.name}" needs Kubernetes ${need.kubernetes}, and it has "${spoke.versions.kubernetes}".`,
    at: spoke.locate(['addons', name], 'key'),
    notes: [{ message: 'its version', at }],
    help: `Upgrade the cluster first, or turn the add-on off: \`addons: {${name}: null}\`.`,
  };
}

/** Told where the last word was said: where the add-on is turned on, or where a later layer turns off what it needs. */
function missing(spoke: Spoke, name: string, { title, path }: Place): Problem {
  const needed = String(path.at(-1));
  const on = spoke.locate(['addons', name], 'key');
  const off = spoke.locate(path, 'key');
  const isNamed = isKey(off, needed);
  const isOff = isNamed && laterFirst(on, off)[0] === off;
  return {
    message: `The add-on "${name}" of spoke "${spoke.name}" needs the ${title} "${needed}"${isOff ? ', which is turned off' : ''}.`,
    at: isOff ? off : on,
    notes: [
      ...(isOff ? [{ message: `"${name}" is turned on here`, at: on }] : []),
      ...(isNamed ? [{ message: 'an empty value, or `null`, removes it here', at: off }] : []),
    ],
    help: isOff
      ? `Turn off what needs it as well: \`addons: {${name}: null}\`.`
      : `Turn it on with \`${inFlow(path, '{}')}\`.`,
  };
}
