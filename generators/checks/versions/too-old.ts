import { clouds } from '../../clouds/registry.ts';
import { valueAt } from '../../source/path.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

/** kro 0.9 judges and runs the graphs of the library as they were checked. */
const kroPin = { path: ['versions', 'kro'], label: 'kro', oldest: '0.9.0' };

const hub = (kro: string) => exampleHub('[10.0.0.0/8]', `versions: {kro: ${kro}}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The versions of kro and of the ACK controllers are not older than what the library needs.',
  details:
    'An older kro refuses the graphs of the library or runs them in another way, and an older controller never says that it is ready: the hub would wait for ever.',
  good: { 'config/hubs/hub.yaml': hub('0.9.4') },
  bad: { 'config/hubs/hub.yaml': hub('0.1.0') },
  *run({ hubs }) {
    for (const hub of hubs.values()) {
      const pins = Object.values(clouds)
        .flatMap(({ pinned }) => pinned?.(hub) ?? [])
        .flatMap(({ pin }) => pin ?? []);
      for (const { path, label, oldest } of [kroPin, ...pins]) {
        const version = valueAt(hub, path);
        if (typeof version !== 'string' || oldest === undefined || !isOlder(version, oldest)) continue;
        yield {
          message: `${label} "${version}" is older than "${oldest}", the first that the library works with.`,
          at: hub.locate(path),
          help: `Pin "${oldest}" or a newer one.`,
        };
      }
    }
  },
});

function isOlder(version: string, least: string): boolean {
  const numbers = (text: string): number[] => text.replace(/^v/, '').split(/[.+-]/).slice(0, 3).map(Number);
  const [a, b] = [numbers(version), numbers(least)];
  const at = b.findIndex((number, index) => a[index] !== number);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}
