import type { Addon } from '../../addons/addon.ts';
import { readChartFacts, type ValueKeys } from '../../addons/chart-facts.ts';
import { addons } from '../../addons/registry.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { CloudFacts } from '../../model/cloud-facts.ts';
import type { Spoke } from '../../model/fleet.ts';
import { valueAt } from '../../source/path.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { isMap } from '../../util/plain-map.ts';
import { fleetCheck } from '../check.ts';
import { isOpenValue } from './is-open-value.ts';

const registry: Readonly<Record<string, Addon>> = addons;

const files = (values: string) => ({
  'config/environments/staging.yaml': `versions: {addons: {metricsServer: 3.13.1}}
addons: {metricsServer: {values: ${values}}}
`,
  'config/spokes/green.yaml': `environment: staging
account: main
region: eu-west-1
network: {cidr: 10.1.0.0/18}
`,
});

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'The values of an add-on are ones that its chart reads.',
  details:
    'Helm takes any key and does nothing with one that no template asks for, so a mistyped one goes unnoticed. Keys are known for the recommended version of a chart. Where a template hands a map on as a whole, such as labels or resources, any key in it is taken.',
  good: files('{serviceMonitor: {interval: 1m}}'),
  bad: files('{serviceMonitor: {intervall: 1m}}'),
  *run({ spokes, written, facts }) {
    for (const [name, spoke] of spokes) {
      for (const addon of Object.keys(spoke.addons)) yield* unknownValues(spoke, addon, written.get(name), facts);
    }
  },
});

/** `own` is the file of the spoke: what it may not set anyway is told as such. */
function* unknownValues(spoke: Spoke, addon: string, own: unknown, facts: CloudFacts): Generator<Problem> {
  const inOptions = ['addons', addon, 'values'];
  const values = valueAt(spoke, inOptions);
  if (!isMap(values) || Object.keys(values).length === 0) return;
  const { chart, recommended } = registry[addon] ?? {};
  if (chart === undefined || recommended?.version !== spoke.versions.addons[addon]) return;
  const known = readChartFacts(facts, addon);
  for (const { path, known: names } of unknownKeys(values, known.values)) {
    const at = [...inOptions, ...path];
    if (valueAt(own, at) !== undefined && !isOpenValue(chart.openValues, path)) continue;
    const key = path.at(-1) ?? '';
    yield {
      message: `The chart "${known.chart}" ${known.version} reads no value "${path.join('.')}".${didYouMean(key, names)}`,
      at: spoke.locate(at, 'key'),
      help: 'Write the key as the chart has it, or remove it: it does nothing.',
    };
  }
}

interface UnknownKey {
  readonly path: readonly string[];
  /** What could stand in its place. */
  readonly known: readonly string[];
}

function* unknownKeys(
  values: Readonly<Record<string, unknown>>,
  keys: ValueKeys,
  at: readonly string[] = [],
): Generator<UnknownKey> {
  for (const [key, value] of Object.entries(values)) {
    const path = [...at, key];
    const below = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (below === undefined) yield { path, known: Object.keys(keys) };
    else if (typeof below === 'object' && isMap(value)) yield* unknownKeys(value, below, path);
  }
}
