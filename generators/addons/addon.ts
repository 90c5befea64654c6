import type { Spoke } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { Path } from '../source/path.ts';

/** A fault that no option has by itself. */
export interface OptionsProblem {
  /** Within the options. */
  readonly path: Path;
  readonly message: string;
  readonly help: string;
}

interface AddonFacts<Options> {
  /** One sentence for the reference page. */
  readonly summary: string;
  /** Names of add-ons that it does not work without. */
  readonly requires: readonly string[];
  /** Names of EKS add-ons that it does not work without. */
  readonly requiresEksAddons: readonly string[];
  /** Names of add-ons that it does not work beside. */
  readonly excludes: readonly string[];
  /** Namespace on the spoke. */
  readonly namespace: string;
  readonly wave: number;
  readonly problems?: (options: Options) => Iterable<OptionsProblem>;
}

/** An add-on that is a Helm chart; its version stands in `versions.addons`. */
export interface ChartAddon<Options> extends AddonFacts<Options> {
  readonly chart: { readonly repo: string; readonly name: string };
  readonly values: (spoke: Spoke, options: Options) => Readonly<Record<string, unknown>>;
  /**
   * Values of the chart that the file of a spoke may set, with dots between keys; layers may set all. The chart runs with
   * the platform's rights, so nothing here may change what runs, as whom, or what it may do.
   */
  readonly openValues: readonly string[];
}

/** An add-on whose manifests are ours. */
export interface ManifestAddon<Options> extends AddonFacts<Options> {
  readonly manifests: (spoke: Spoke, options: Options, mark: Mark) => readonly Manifest[];
}

export type Addon<Options = never> = ChartAddon<Options> | ManifestAddon<Options>;

/** Types the options of an add-on inside its folder; outside, the registry holds them all alike. */
export function defineAddon<Options>(addon: Addon<Options>): Addon {
  return addon as Addon;
}
