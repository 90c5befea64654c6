import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.ts';
import { openConfiguration } from '../../clouds/aws/open-configuration.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import { type Path, valueAt } from '../../source/path.ts';
import { isMap } from '../../util/plain-map.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const registry: Readonly<Record<string, Addon>> = addons;

const files = (values: string) => ({
  'config/environments/production.yaml': 'addons: {metricsServer: {}}\nversions: {addons: {metricsServer: 3.13.1}}\n',
  'config/spokes/green.yaml': exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    `addons: {metricsServer: {values: ${values}}}`,
  ),
});

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: "The file of a spoke sets only those values of the platform's charts that are open to it.",
  details:
    "Add-ons run with the platform's rights, EKS add-ons too: who can set any value of their charts has these rights. So an add-on lists what the file of a spoke may set; layers, which belong to the platform team, may set all. Charts of teams are theirs: they run with the rights of the team.",
  good: files('{resources: {requests: {memory: 400Mi}}}'),
  bad: files('{args: [--kubelet-insecure-tls]}'),
  *run({ spokes, written }) {
    for (const [name, spoke] of spokes) {
      const own = written.get(name);
      if (own === undefined) continue;
      for (const [addon, options] of entriesOf(own['addons'])) {
        const found = registry[addon];
        const open = found?.chart?.openValues ?? [];
        yield* closed(spoke, ['addons', addon, 'values'], entryOf(options, 'values'), open);
      }
      for (const [addon, options] of entriesOf(valueAt(own, ['eks', 'addons']))) {
        const at = ['eks', 'addons', addon, 'configuration'];
        yield* closed(spoke, at, entryOf(options, 'configuration'), openConfiguration(addon));
      }
    }
  },
});

/** What is said below a path that is not open. `null` takes away what a layer says, so it is said, too. */
function* closed(spoke: Spoke, at: Path, values: unknown, open: readonly string[]): Generator<Problem> {
  for (const path of leavesOf(values)) {
    if (open.some((one) => one.split('.').every((key, index) => key === path[index]))) continue;
    const what = at[0] === 'addons' ? 'add-on' : 'EKS add-on';
    const addon = String(at.at(-2));
    yield {
      message:
        path.length === 0
          ? `The file of a spoke may not take away the values of the ${what} "${addon}".`
          : `The file of a spoke may not set "${path.join('.')}" of the ${what} "${addon}", which has the platform's rights${open.length === 0 ? '' : `; it may set ${open.join(', ')}`}.`,
      at: spoke.locate([...at, ...path]),
      help: 'Move it to a layer, such as the environment, which the platform team owns.',
    };
  }
}

function* leavesOf(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  if (value === undefined) return;
  const entries = entriesOf(value);
  if (entries.length === 0 && (at.length > 0 || value === null)) yield at;
  for (const [key, part] of entries) yield* leavesOf(part, [...at, key]);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMap(value) ? Object.entries(value) : [];
}

function entryOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
