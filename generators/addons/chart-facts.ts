import type { CloudFacts } from '../model/cloud-facts.ts';
import { kebabCase } from '../model/names.ts';

/** What a chart is found to hold when it is rendered with the values of an add-on: facts, and no text of the chart. */
export interface ChartFacts {
  readonly chart: string;
  readonly version: string;
  readonly appVersion: string;
  /** When it was looked at. */
  readonly date: string;
  /** Names by `<apiVersion>/<kind>`; those of a namespace as `<namespace>/<name>`. */
  readonly objects: {
    readonly cluster: Readonly<Record<string, readonly string[]>>;
    readonly namespaced: Readonly<Record<string, readonly string[]>>;
  };
  /** Kinds that it brings, as `<group>/<kind>`. */
  readonly brings: readonly string[];
  readonly webhooks: readonly Webhook[];
  readonly workloads: readonly Workload[];
  /** The strictest level that takes the pods of all workloads. */
  readonly podSecurity: PodSecurityLevel;
  readonly values: ValueKeys;
}

export interface Webhook {
  readonly name: string;
  readonly path: string;
  readonly failurePolicy: string;
}

export interface Workload {
  /** `<kind> <namespace>/<name>` */
  readonly name: string;
  readonly serviceAccount: string;
  /** By name, or by number where it has none. */
  readonly ports: Readonly<Record<string, number>>;
  readonly podSecurity: PodSecurityLevel;
}

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** The type of a value; `map` takes any key, and of `any` no type is known. */
export type ValueType = 'string' | 'number' | 'boolean' | 'list' | 'map' | 'any';

/** What a chart reads of its values, key by key. */
export interface ValueKeys {
  readonly [key: string]: ValueType | ValueKeys;
}

/** Of an add-on of the catalogue, by its name in the configuration. */
export function readChartFacts({ read }: CloudFacts, addon: string): ChartFacts {
  return read(`charts/${kebabCase(addon)}.json`, (text) => JSON.parse(text) as ChartFacts);
}
