import type { Addon } from '../../addons/addon.ts';
import { addons as registry } from '../../addons/registry.ts';
import { cloudNamed } from '../../clouds/cloud-named.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Hub, Spoke } from '../../model/fleet.ts';
import { controllersInUse } from '../../rgds/controllers-in-use.ts';
import { type Path, valueAt } from '../../source/path.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { inFlow } from '../in-flow.ts';

const spoke = (versions: string) =>
  exampleSpoke('network: {cidr: 10.1.0.0/18}', `versions: ${versions}`, 'eks: {addons: {snapshot-controller: {}}}');

/** Does not say who needs it: what a layer turns on for many spokes is told about once. */
function missing(what: string, pin: Path, { locate }: Hub | Spoke, path: Path): Problem {
  return {
    message: `${what} has no version.`,
    at: locate(path, 'key'),
    help: `Pin it in config/config.yaml: \`${inFlow(pin, '…')}\`.`,
  };
}

function* unpinned(spoke: Spoke): Iterable<Problem> {
  const { addons, cloud, versions } = spoke;
  const { meant, path, title } = cloudNamed(cloud).managedAddons;
  for (const name of Object.keys(valueAt(spoke, path) ?? {})) {
    const pin = ['versions', ...path, name];
    // One that was meant to be another was told about already.
    if (valueAt(spoke, pin) !== undefined || meant?.(name) !== undefined) continue;
    yield missing(`The ${title} "${name}"`, pin, spoke, [...path, name]);
  }
  for (const [name, options] of Object.entries(addons)) {
    const addon = (registry as Readonly<Record<string, Addon>>)[name];
    if (options === undefined || addon?.chart === undefined) continue;
    if (Object.hasOwn(versions.addons, name)) continue;
    yield missing(`The chart of add-on "${name}"`, ['versions', 'addons', name], spoke, ['addons', name]);
  }
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'Every EKS add-on, every chart and every ACK controller that is used has a version.',
  details:
    'There is no built-in default, so that a new Wheelwright never upgrades anything. Versions of add-ons may stand in every layer.',
  good: { 'config/spokes/green.yaml': spoke('{eks: {addons: {snapshot-controller: v8.3.0-eksbuild.1}}}') },
  bad: { 'config/spokes/green.yaml': spoke('{eks: {addons: {}}}') },
  *run(fleet) {
    for (const hub of fleet.hubs.values()) {
      for (const { pin } of controllersInUse(hub, fleet)) {
        if (pin === undefined || valueAt(hub, pin.path) !== undefined) continue;
        yield missing(pin.label, pin.path, hub, pin.path.slice(0, -1));
      }
    }
    for (const spoke of fleet.spokes.values()) yield* unpinned(spoke);
  },
});
