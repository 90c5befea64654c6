import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGraphs } from '../../generators/kro/check-graphs.ts';
import { type KindIndex, kindFiles } from '../../generators/kube/kinds.ts';
import { everyGraph } from '../../generators/rgds/library.ts';
import { renderRgd } from '../../generators/rgds/render-rgd.ts';

/** The module `generated:library`: the library is judged once, when the compiler is bundled. */
export async function generateModules(root: string): Promise<Readonly<Record<string, string>>> {
  const read = (path: string) => readFileSync(join(root, 'schemas/kubernetes', path), 'utf8');
  const kinds = kindFiles(JSON.parse(read('index.json')) as KindIndex, read);
  const graphs = everyGraph.map((rgd) => ({ object: renderRgd(rgd, everyGraph) }));
  const library = checkGraphs(graphs, kinds).map(({ graph, crd, diagnostics }) => {
    const refused = diagnostics.find(({ severity }) => severity === 'error');
    if (refused !== undefined) throw new Error(`${graph?.name}: ${refused.code} ${refused.message}`);
    return { name: graph?.name, crd };
  });
  return { library: `export const library = JSON.parse(${JSON.stringify(JSON.stringify(library))});\n` };
}
