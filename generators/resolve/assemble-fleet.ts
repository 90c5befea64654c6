import type { CloudFacts } from '../model/cloud-facts.ts';
import type { FleetConfig } from '../model/config/config.ts';
import type {
  Account,
  AuthoredFile,
  AuthoredFolder,
  Fleet,
  Hub,
  ManifestFolder,
  Named,
  Network,
  Spoke,
  Team,
} from '../model/fleet.ts';
import type { ParsedConfig } from '../model/parsed-file.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import type { Hash } from '../util/hash.ts';
import type { Resolved } from './resolve-spoke.ts';

/** What a file describes, before it is known to have the shape of its kind. */
export type Unnamed = Pick<Resolved, 'file' | 'value' | 'locate' | 'version'>;

/** Everything resolved, complete and valid by itself; what refers to what is for the checks. */
export interface FleetParts {
  readonly config: Unnamed;
  readonly hubs: readonly Unnamed[];
  readonly accounts: readonly Unnamed[];
  readonly networks: readonly Unnamed[];
  readonly teams: readonly Unnamed[];
  readonly spokes: readonly Unnamed[];
  readonly authored: {
    readonly bases: readonly AuthoredFolder[];
    readonly components: readonly AuthoredFolder[];
    readonly graphs: readonly AuthoredFile[];
    readonly manifests: readonly ManifestFolder[];
  };
  readonly files: ParsedConfig;
  readonly recorded: ReadonlySet<string>;
  readonly facts: CloudFacts;
  readonly hash: Hash;
}

export function assembleFleet(parts: FleetParts): Fleet {
  const { organisation, repository, versions, mirrors } = parts.config.value as unknown as FleetConfig;
  const versionOf = (part: unknown): string => parts.hash(JSON.stringify(part));
  const hubs = byName(parts.hubs.map((hub) => named<Hub>(hub)));
  const onlyHub = hubs.size === 1 ? [...hubs.keys()][0] : undefined;
  const accounts = byName(parts.accounts.map((account) => named<Account>(account, hubOf(account, onlyHub))));
  const spokes = byName(
    parts.spokes.map((spoke) => {
      const { hub, cloud = '' } = accounts.get(spoke.value['account'] as string) ?? {};
      return named<Spoke>(spoke, { ...hubOf(spoke, hub), cloud });
    }),
  );
  return {
    config: { organisation, repository, versions, mirrors },
    configVersions: {
      organisation: versionOf(organisation),
      repository: versionOf(repository),
      versions: versionOf(versions),
      mirrors: versionOf(mirrors),
    },
    locateConfig: parts.config.locate,
    hubs,
    accounts,
    networks: byName(parts.networks.map((network) => named<Network>(network))),
    teams: byName(parts.teams.map((team) => named<Team>(team))),
    spokes,
    written: new Map([...parts.files.spoke].map(([name, { value }]) => [name, value])),
    bases: byName(parts.authored.bases),
    components: byName(parts.authored.components),
    graphs: byName(parts.authored.graphs),
    manifests: byName(parts.authored.manifests),
    recorded: parts.recorded,
    facts: parts.facts,
    layers: {
      environments: new Set(parts.files.environment.keys()),
      regions: new Set(parts.files.region.keys()),
      components: new Set(parts.files.component.keys()),
    },
  };
}

/** A resolved object with its name and what follows from others; the value was found to have the shape of `T`. */
function named<T extends Named>({ file, value, locate, version }: Unnamed, more?: object): T {
  return { ...value, name: file.name, file: file.source.path, locate, version, ...more } as unknown as T;
}

/** What does not name its hub gets the one that follows; an empty name, which no hub has, where none does. */
function hubOf({ value, version }: Unnamed, known = ''): { readonly hub: string; readonly version: string } {
  const hub = (value['hub'] as string | undefined) ?? known;
  return { hub, version: `${version} ${hub}` };
}

function byName<T extends { readonly name: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...things].sort((a, b) => byCodePoint(a.name, b.name)).map((thing) => [thing.name, thing]));
}
