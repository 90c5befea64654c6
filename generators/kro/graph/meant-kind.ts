import { isMap } from '../../util/plain-map.ts';

const kindName = 'ResourceGraphDefinition';
/** Most of the name, in any case. */
const near = /^resource[-_]?graph[-_]?def|graph[-_]?definitions?$|^rgd$/i;
const help = `Write "kind: ${kindName}".`;

/** What is wrong with the kind of an object that was surely meant as a graph; undefined for graphs, and for everything else. */
export function meantKind(value: unknown): { readonly message: string; readonly help: string } | undefined {
  if (!isMap(value)) return undefined;
  const { apiVersion, kind, spec } = value;
  if (typeof kind !== 'string' || kind === kindName || !/^kro\.run(?:\/|$)/.test(String(apiVersion))) return undefined;
  if (kind === 'ResourceGroup' && isMap(spec) && Array.isArray(spec['resources']))
    return { message: 'kro calls the kind "ResourceGroup" "ResourceGraphDefinition" since its version 0.2.', help };
  return near.test(kind)
    ? { message: `There is no kind "${kind}" of kro, so the file would do nothing.`, help }
    : undefined;
}
