import { nearestName } from '../../util/did-you-mean.ts';

/** Of `<apiVersion>/<kind>` names, the one that was most likely meant: the kind in another group or version, or its neighbour in this one. */
export function nearestKind(apiVersion: string, kind: string, names: readonly string[]): string | undefined {
  const homes = names.filter((name) => name.endsWith(`/${kind}`)).map((name) => name.slice(0, -kind.length - 1));
  // A group of Kubernetes itself has no dot; one with a dot is somebody's whose CRDs are not known here.
  const home = nearestName(apiVersion, homes) ?? (apiVersion.includes('.') ? undefined : homes[0]);
  if (home !== undefined) return `${home}/${kind}`;
  const prefix = `${apiVersion}/`;
  const neighbours = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const near = nearestName(
    kind,
    neighbours.filter((name) => !name.includes('/')),
  );
  return near === undefined ? undefined : prefix + near;
}
