import { App, Chart } from 'cdk8s';
import type { Manifest } from '../model/manifest.ts';
import { sortedEntries } from '../util/code-point-order.ts';

/**
 * Typed constructs of the built-in kinds; the upper level of the library where it writes what an API server gives back. Not so its
 * Namespace, which has an empty `spec`, and its NetworkPolicy, which has empty lists of ports.
 */
export { ClusterRole, Group, k8s, RoleBinding } from 'cdk8s-plus-30';

/**
 * The objects that `add` puts into a chart, as plain data in the order in which they were added. One App per chart: its cost grows faster than
 * its size. Every object must be given its name. This module costs about 40 ms to load, so whoever imports it is imported lazily.
 */
export function chartManifests(add: (chart: Chart) => void): readonly Manifest[] {
  const chart = new Chart(new App(), 'chart', { disableResourceNameHashes: true });
  add(chart);
  return (chart.toJson() as Manifest[]).map((manifest) => withSortedKeys(manifest) as Manifest);
}

/** The library sorts keys or not as an environment variable says; none may reach the output. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withSortedKeys);
  return Object.fromEntries(
    sortedEntries(value as Record<string, unknown>).map(([key, entry]) => [key, withSortedKeys(entry)]),
  );
}
