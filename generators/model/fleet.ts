import type { Locate } from '../source/origin.ts';
import type { Source } from '../source/source.ts';
import type { PlacedObject } from '../yaml/kubernetes/documents-in.ts';
import type { Built } from './built.ts';
import type { CloudFacts } from './cloud-facts.ts';
import type { AccountConfig } from './config/account.ts';
import type { FleetConfig } from './config/config.ts';
import type { HubConfig } from './config/hub.ts';
import type { NetworkConfig } from './config/network.ts';
import type { SpokeConfig } from './config/spoke.ts';
import type { TeamConfig } from './config/team.ts';
import type { HubVersions } from './config/versions.ts';
import type { KustomizationList } from './kustomization.ts';

/** A thing that a file of its own describes: the file's stem is its name. */
export interface Named {
  readonly name: string;
  /** The file, relative to the root. */
  readonly file: string;
  readonly locate: Locate;
  /** Changes with what its file and all layers say of it, and with where its file stands: not with where they say it. */
  readonly version: string;
}

type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

export type Hub = Named & Immutable<Omit<HubConfig, 'versions'>> & { readonly versions: Immutable<HubVersions> };
export type Account = Named & Immutable<Omit<AccountConfig, 'hub'>> & { readonly hub: string };
/** A VPC with a life of its own. */
export type Network = Named & Immutable<NetworkConfig>;
export type Team = Named & Immutable<TeamConfig>;
/** A spoke with its layers merged, defaults written out, and its hub and the cloud of its account known. */
export type Spoke = Named & Immutable<Omit<SpokeConfig, 'hub'>> & { readonly hub: string; readonly cloud: string };

/** An authored folder: `spokes/bases/<name>` or `spokes/components/<name>`, which overlays use, or `hub/manifests/<name>`. */
export interface AuthoredFolder {
  readonly name: string;
  /** Text by path relative to the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Changes with any of its files, and of those of folders that it may use. */
  readonly version: string;
}

/** A folder of `hub/manifests`. */
export interface ManifestFolder extends AuthoredFolder {
  /** Of one that has none: everything that is in it. */
  readonly kustomization: KustomizationList | undefined;
  /** What is delivered of it, built when it is first asked for. */
  readonly built: () => Built;
}

/** An authored file: `hub/graphs/<name>.yaml`. */
export interface AuthoredFile {
  readonly name: string;
  readonly source: Source;
  /** What is in it, read when it is first asked for. */
  readonly objects: () => readonly PlacedObject[];
  /** Changes with its text. */
  readonly version: string;
}

/** Everything that a person wrote, resolved; each map in the code point order of its names. */
export interface Fleet {
  readonly config: FleetConfig;
  /** Each changes with what that part of it says. */
  readonly configVersions: Readonly<Record<keyof FleetConfig, string>>;
  /** Finds its lines. */
  readonly locateConfig: Locate;
  readonly hubs: ReadonlyMap<string, Hub>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly spokes: ReadonlyMap<string, Spoke>;
  /** What the file of each spoke says by itself, without its layers; unless an earlier compilation knows it. */
  readonly written: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly bases: ReadonlyMap<string, AuthoredFolder>;
  readonly components: ReadonlyMap<string, AuthoredFolder>;
  /** Graphs and folders of manifests of the platform's own; a hub gets those that it lists. */
  readonly graphs: ReadonlyMap<string, AuthoredFile>;
  readonly manifests: ReadonlyMap<string, ManifestFolder>;
  /** What clouds publish of themselves. */
  readonly facts: CloudFacts;
  /** What earlier builds wrote, such as `spokes/blue`. Only words of messages depend on it. */
  readonly recorded: ReadonlySet<string>;
  /** Names of `config/environments`, `config/regions` and `config/components`. */
  readonly layers: {
    readonly environments: ReadonlySet<string>;
    readonly regions: ReadonlySet<string>;
    readonly components: ReadonlySet<string>;
  };
}
