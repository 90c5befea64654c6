import { nearestName } from '../../util/did-you-mean.ts';

/** Of `<apiVersion>/<kind>` names, the one that was most likely meant: the kind in another group or version, or its neighbour in this one. */
export function nearestKind(apiVersion: string, kind: string, names: readonly string[]): string | undefined {
  const homes = names.filter((name) => name.endsWith(`/${kind}`)).map((name) => name.slice(0, -kind.length - 1));
  // A group of Kubernetes itself has no dot; one with a dot is somebody's whose CRDs are not known here.
  const home = nearestName(apiVersion, homes) ?? (apiVersion.includes('.') ? undefined : likeliest(homes));
  if (home !== undefined) return `${home}/${kind}`;
  const prefix = `${apiVersion}/`;
  const neighbours = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const near = nearestName(
    kind,
    neighbours.filter((name) => !name.includes('/')),
  );
  return near === undefined ? undefined : prefix + near;
}

const isOfKubernetes = (apiVersion: string): boolean => !apiVersion.includes('.') || apiVersion.includes('.k8s.io/');

/** Several projects have a kind of this name: Kubernetes' own goes before, and among others nobody knows which was meant. */
function likeliest(homes: readonly string[]): string | undefined {
  const own = homes.find(isOfKubernetes);
  const groups = new Set(homes.map((home) => home.split('/')[0]));
  return own ?? (groups.size === 1 ? homes[0] : undefined);
}
