import { LARGEST_VPC, SMALLEST_VPC } from '../../checks/network-ranges.ts';
import type { Fleet } from '../../model/fleet.ts';
import type { ParsedConfig } from '../../model/parsed-file.ts';
import type { CommandArgs } from '../command.ts';
import { choose, type Unchosen } from './choose.ts';
import { freeRanges } from './free-range.ts';
import type { NewSpoke } from './spoke-file.ts';

export const spokeOptions = {
  environment: { type: 'string' },
  account: { type: 'string' },
  region: { type: 'string' },
  network: { type: 'string' },
  prefix: { type: 'string' },
  from: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export type NewSpokeArgs = CommandArgs<typeof spokeOptions>;

const DEFAULT_PREFIX = 18;

type Place = Omit<NewSpoke, 'network'>;

/** New spokes by name: as the options say, and as a person says who is asked. */
export async function describeSpokes(
  names: readonly string[],
  parsed: ParsedConfig,
  fleet: Fleet,
  args: NewSpokeArgs,
): Promise<ReadonlyMap<string, NewSpoke> | Unchosen> {
  const place = await choosePlace(parsed, fleet, args);
  if ('misuse' in place) return place;
  if (args.values.network !== undefined) return await withSharedNetwork(names, place, fleet, args);
  return withOwnNetworks(names, place, fleet, args);
}

async function choosePlace(
  parsed: ParsedConfig,
  fleet: Fleet,
  { values, terminal }: NewSpokeArgs,
): Promise<Place | Unchosen> {
  const environment = await choose(
    {
      option: 'environment',
      given: values.environment,
      known: [...parsed.environment.keys()],
      whenNone: 'there is no environment yet: write config/environments/<name>.yaml first; `{}` is enough.',
    },
    terminal,
  );
  if (typeof environment !== 'string') return environment;
  const account = await choose(
    {
      option: 'account',
      given: values.account,
      known: [...fleet.accounts.keys()],
      whenNone: 'there is no account yet: write config/accounts/<name>.yaml first.',
    },
    terminal,
  );
  if (typeof account !== 'string') return account;
  const known = fleet.accounts.get(account)?.regions ?? [];
  const given = values.region ?? (known.length === 1 ? known[0] : undefined);
  const region = await choose(
    { option: 'region', given, known, whenNone: `account "${account}" allows no region.` },
    terminal,
  );
  return typeof region === 'string' ? { environment, account, region } : region;
}

async function withSharedNetwork(
  names: readonly string[],
  place: Place,
  { networks }: Fleet,
  { values, terminal }: NewSpokeArgs,
): Promise<ReadonlyMap<string, NewSpoke> | Unchosen> {
  const use = await choose(
    {
      option: 'network',
      given: values.network,
      known: [...networks.keys()],
      whenNone: 'there is no shared network: write config/networks/<name>.yaml first.',
    },
    terminal,
  );
  return typeof use === 'string' ? new Map(names.map((name) => [name, { ...place, network: { use } }])) : use;
}

function withOwnNetworks(
  names: readonly string[],
  place: Place,
  fleet: Fleet,
  { values }: NewSpokeArgs,
): ReadonlyMap<string, NewSpoke> | Unchosen {
  const prefix = values.prefix === undefined ? DEFAULT_PREFIX : Number(values.prefix.replace(/^\//, ''));
  if (!Number.isInteger(prefix) || prefix < LARGEST_VPC || prefix > SMALLEST_VPC) {
    return {
      misuse: `--prefix is "${values.prefix}"; it must be a number from ${LARGEST_VPC} (the largest network) to ${SMALLEST_VPC}.`,
    };
  }
  const hub = fleet.accounts.get(place.account)?.hub ?? '';
  const spokes = new Map<string, NewSpoke>();
  for (const [index, cidr] of freeRanges(names, hub, prefix, fleet).entries()) {
    const name = names[index] ?? '';
    if (cidr === undefined) {
      const pools = `the address pools of hub "${hub}"`;
      return {
        misuse: `no range of /${prefix} is free in ${pools} for "${name}": add a pool in ${fleet.hubs.get(hub)?.file}, or ask for less with --prefix.`,
      };
    }
    spokes.set(name, { ...place, network: { cidr } });
  }
  return spokes;
}
