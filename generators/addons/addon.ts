import type { Spoke } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { PolicyStatement } from '../model/policy-statement.ts';
import type { Path } from '../source/path.ts';

/** What an add-on is made for. */
export interface AddonContext<Options> {
  readonly spoke: Spoke;
  readonly options: Options;
}

/** What an add-on does not work without. */
export type Need =
  /** Another add-on of the platform, by its name in the configuration. */
  | { readonly addon: string }
  /** An add-on that the cloud installs as part of the cluster. */
  | { readonly managed: string }
  /** This minor version of Kubernetes, or a later one: `1.33`. */
  | { readonly kubernetes: string };

/** Who runs in a cluster and needs the cloud. The role is made with the cluster and trusts this service account alone. */
export interface WorkloadIdentity {
  /** Part of the name of its role; unique on a spoke. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Policies that the cloud manages, by their names there. */
  readonly policies: readonly string[];
  /** What it may do besides; facts of the spoke may stand in braces, such as `{cluster}`. */
  readonly statements?: readonly PolicyStatement[];
}

/** A fault that no option has by itself. */
export interface OptionsProblem {
  /** Within the options. */
  readonly path: Path;
  readonly message: string;
  readonly help: string;
}

/** What depends on where the cluster stands. */
export interface CloudPart<Options> {
  readonly requires?: readonly Need[];
  readonly manifests?: (context: AddonContext<Options>, mark: Mark) => readonly Manifest[];
  readonly identities?: (context: AddonContext<Options>) => readonly WorkloadIdentity[];
}

export interface Chart<Options> {
  readonly repo: string;
  readonly name: string;
  readonly values: (context: AddonContext<Options>) => Readonly<Record<string, unknown>>;
  /**
   * Values that the file of a spoke may set, with dots between keys; layers may set all. The chart runs with the
   * platform's rights, so nothing here may change what runs, as whom, or what it may do.
   */
  readonly openValues: readonly string[];
}

export const stages = ['system', 'platform', 'workload'] as const;
/** What comes before what: add-ons of a stage when those of the one before are healthy, applications last. */
export type Stage = (typeof stages)[number];

/** An add-on of the platform: a Helm chart, whose version stands in `versions.addons`, manifests of ours, or both. */
export interface Addon<Options = never> extends CloudPart<Options> {
  /** One sentence for the reference page. */
  readonly summary: string;
  /** On the spoke. One that the cluster owns is there already. */
  readonly namespace: { readonly name: string; readonly ownedBy: 'addon' | 'cluster' };
  /** Namespaces of Kubernetes in which its chart makes objects besides: its project must permit them. */
  readonly alsoIn?: readonly string[];
  readonly stage: Stage;
  /** Names of add-ons that it does not work beside. */
  readonly excludes?: readonly string[];
  /** Where it can run, and what it has there besides. */
  readonly clouds: 'any' | Readonly<Record<string, CloudPart<Options>>>;
  /** What `init` pins and turns on; the example fleet has the same. */
  readonly recommended?: { readonly version?: string; readonly inInit: boolean };
  readonly chart?: Chart<Options>;
  /** Beside a chart they follow it: they may be of kinds that it brings. */
  readonly manifests?: (context: AddonContext<Options>, mark: Mark) => readonly Manifest[];
  readonly problems?: (context: AddonContext<Options>) => Iterable<OptionsProblem>;
  /** Options that say what it may do in the cloud: layers may set them, and the file of a spoke may not. */
  readonly closedOptions?: readonly string[];
  /** Options as people write them, by which it is tried: where none are needed, none. */
  readonly examples?: readonly Readonly<Record<string, unknown>>[];
}

/** Types the options of an add-on inside its folder; outside, the registry holds them all alike. */
export function defineAddon<Options>(addon: Addon<Options>): Addon {
  return addon as Addon;
}
