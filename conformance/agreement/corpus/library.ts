import argocd from '../../../generators/delivery/argocd/index.ts';
import type { Rgd } from '../../../generators/model/rgd.ts';
import { rgds } from '../../../generators/rgds/registry.ts';
import { renderRgd } from '../../../generators/rgds/render-rgd.ts';
import { withRegistration } from '../../../generators/rgds/with-registration.ts';
import { type GraphCase, type JsonObject, printGraph } from './graph-case.ts';

const library: readonly Rgd[] = Object.values(rgds).map((rgd) => withRegistration(rgd, argocd.registration));
const print = (rgd: Rgd) => printGraph(renderRgd(rgd, library, argocd.marks) as JsonObject);

/** Graphs whose kinds this one uses, the innermost first. */
function composed(rgd: Rgd): Rgd[] {
  return library.filter(({ kind }) => rgd.composes?.includes(kind)).flatMap((inner) => [...composed(inner), inner]);
}

/** The graphs of our own library. */
export const libraryCases = (): readonly GraphCase[] =>
  library.map((rgd) => ({ name: `library ${rgd.name}`, context: composed(rgd).map(print), graph: print(rgd) }));
