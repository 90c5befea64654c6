import type { Path } from '../../source/path.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';

/**
 * Oldest versions that do what the library relies on: kro 0.9 judges and runs its graphs as they were checked; ACK's
 * runtime has the condition `Ready` since 0.53, which these were the first to be built with.
 */
const oldest = {
  kro: '0.9.0',
  ack: { cloudwatchlogs: '1.1.2', ec2: '1.7.1', eks: '1.9.4', iam: '1.5.3', kms: '1.1.2' },
} as const;

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
    for (const { versions, locate } of hubs.values()) {
      const pins: (readonly [name: string, version: string | undefined, least: string, path: Path])[] = [
        ['kro', versions.kro, oldest.kro, ['versions', 'kro']],
        ...Object.entries(oldest.ack).map(
          ([service, least]) =>
            [`The ACK controller of "${service}"`, versions.ack[service], least, ['versions', 'ack', service]] as const,
        ),
      ];
      for (const [name, version, least, path] of pins) {
        if (version === undefined || !isOlder(version, least)) continue;
        yield {
          message: `${name} "${version}" is older than "${least}", the first that the library works with.`,
          at: locate(path),
          help: `Pin "${least}" or a newer one.`,
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
