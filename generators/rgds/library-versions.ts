/** Versions that there are of the library of every cloud, by the paths of graphs in the registry: a hub has one for all its clouds. */
export function libraryVersions(paths: Iterable<string>): readonly string[] {
  const byCloud = new Map<string, Set<string>>();
  for (const path of paths) {
    const [cloud = '', version = ''] = path.split('/');
    byCloud.set(cloud, (byCloud.get(cloud) ?? new Set()).add(version));
  }
  const [first = [], ...others] = byCloud.values();
  return [...first].filter((version) => others.every((versions) => versions.has(version)));
}
