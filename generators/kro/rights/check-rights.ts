import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Kinds } from '../../kube/kinds.ts';
import type { Source } from '../../source/source.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';
import { documentsIn } from '../../yaml/kubernetes/documents-in.ts';
import { collectFindings } from '../findings.ts';
import { readGraph } from '../graph/read-graph.ts';
import { aggregationLabel, type PolicyRule, type UsedKind, verbsOf, verbsOfParts } from './cluster-role.ts';
import { usedKinds } from './used-kinds.ts';

/**
 * What the graphs in these files need and kro may not do: it has the rights that are given, and those of the ClusterRoles
 * for kro in the same files. `kinds`: also those that graphs make.
 */
export function checkRights(
  sources: readonly Source[],
  kinds: Kinds,
  given: readonly PolicyRule[] = [],
): readonly Diagnostic[] {
  const documents = sources.flatMap(documentsIn);
  const granted = [...given, ...documents.flatMap(({ value }) => rulesForKro(value))];
  return documents.flatMap((document) => {
    const graph = readGraph(document.value);
    if (graph === undefined) return [];
    const { report, diagnostics } = collectFindings(document);
    const told = new Set<string>();
    for (const used of usedKinds(graph, kinds)) {
      const missing = missingRights(used, granted);
      const what = missing.map(({ resource, verbs }) => `${verbs.join(', ')} ${resource}`).join(' and ');
      if (missing.length === 0 || told.has(what)) continue;
      told.add(what);
      const group = used.group === '' ? '' : ` of "${used.group}"`;
      report({
        code: 'kro/missing-rights',
        path: used.path,
        message: `kro may not ${what}${group}.`,
        help: '`lint --rights` prints the ClusterRole to put beside the graph.',
      });
    }
    return diagnostics().filter(({ code }) => code === 'kro/missing-rights');
  });
}

function missingRights({ group, resource, use }: UsedKind, granted: readonly PolicyRule[]) {
  const parts = Object.entries(use === 'reconciles' ? verbsOfParts : {});
  const needed = [
    { resource, verbs: verbsOf[use] },
    ...parts.map(([part, verbs]) => ({ resource: `${resource}/${part}`, verbs })),
  ];
  return needed.flatMap((each) => {
    const verbs = each.verbs.filter((verb) => !granted.some((rule) => allows(rule, group, each.resource, verb)));
    return verbs.length === 0 ? [] : [{ resource: each.resource, verbs }];
  });
}

function allows({ apiGroups, resources, verbs }: PolicyRule, group: string, resource: string, verb: string): boolean {
  const [, part] = resource.split('/');
  const names = ['*', resource, ...(part === undefined ? [] : [`*/${part}`])];
  const has = (list: readonly string[], ...names: readonly string[]) => names.some((one) => list.includes(one));
  return has(apiGroups, '*', group) && has(resources, ...names) && has(verbs, '*', verb);
}

/** The rules of a ClusterRole whose rights go to kro. */
function rulesForKro(value: unknown): readonly PolicyRule[] {
  if (!isMap(value) || value['kind'] !== 'ClusterRole' || !Array.isArray(value['rules'])) return [];
  const { labels } = isMap(value['metadata']) ? value['metadata'] : ({} as PlainMap);
  if (!isMap(labels) || labels[aggregationLabel] !== 'true') return [];
  const textsOf = (list: unknown) => (Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []);
  return value['rules'].filter(isMap).flatMap(({ apiGroups, resources, verbs, resourceNames }) => {
    // kro has to list all of them.
    if (resourceNames !== undefined) return [];
    return [{ apiGroups: textsOf(apiGroups), resources: textsOf(resources), verbs: textsOf(verbs) }];
  });
}
