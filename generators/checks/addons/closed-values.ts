import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.ts';
import { cloudNamed } from '../../clouds/cloud-named.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import { type Path, valueAt } from '../../source/path.ts';
import { isMap } from '../../util/plain-map.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { isOpenValue } from './is-open-value.ts';

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
  over: 'spoke',
  summary: "The file of a spoke sets only those values of the platform's charts that are open to it.",
  details:
    "Add-ons run with the platform's rights, EKS add-ons too: who can set any value of their charts has these rights. So an add-on lists what the file of a spoke may set; layers, which belong to the platform team, may set all. Charts of teams are theirs: they run with the rights of the team.",
  good: files('{resources: {requests: {memory: 400Mi}}}'),
  bad: files('{args: [--kubelet-insecure-tls]}'),
  *run({ spokes, written }) {
    for (const [name, spoke] of spokes) {
      const own = written.get(name);
      if (own === undefined) continue;
      for (const part of partsOf(spoke, own)) yield* closed(spoke, valueAt(own, part.path), part);
    }
  },
});

/** What configures one add-on. */
interface Part {
  readonly what: string;
  readonly path: Path;
  /** With dots between keys. */
  readonly open: readonly string[];
}

/** All add-ons that the file of a spoke names. */
function* partsOf({ cloud }: Spoke, own: unknown): Generator<Part> {
  for (const name of keysOf(valueAt(own, ['addons'])))
    yield {
      what: `add-on "${name}"`,
      path: ['addons', name, 'values'],
      open: registry[name]?.chart?.openValues ?? [],
    };
  const { title, path, configuration, openConfiguration } = cloudNamed(cloud).managedAddons;
  for (const name of keysOf(valueAt(own, path)))
    yield { what: `${title} "${name}"`, path: [...path, name, configuration], open: openConfiguration?.(name) ?? [] };
}

/** What is said below a path that is not open. `null` takes away what a layer says, so it is said, too. */
function* closed(spoke: Spoke, values: unknown, { what, path, open }: Part): Generator<Problem> {
  for (const leaf of leavesOf(values)) {
    if (isOpenValue(open, leaf)) continue;
    yield {
      message:
        leaf.length === 0
          ? `The file of a spoke may not take away the values of the ${what}.`
          : `The file of a spoke may not set "${leaf.join('.')}" of the ${what}, which has the platform's rights${open.length === 0 ? '' : `; it may set ${open.join(', ')}`}.`,
      at: spoke.locate([...path, ...leaf]),
      help: 'Move it to a layer, such as the environment, which the platform team owns.',
    };
  }
}

function* leavesOf(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  if (value === undefined) return;
  const keys = keysOf(value);
  if (keys.length === 0 && (at.length > 0 || value === null)) yield at;
  for (const key of keys) yield* leavesOf(valueAt(value, [key]), [...at, key]);
}

const keysOf = (value: unknown): readonly string[] => (isMap(value) ? Object.keys(value) : []);
