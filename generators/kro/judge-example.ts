import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import { checkDocuments } from './check-documents.ts';
import { checkGraph } from './check-graph.ts';
import { checkGraphs } from './check-graphs.ts';
import { compareGraphs } from './compare/compare-graphs.ts';
import { kindsWith } from './kinds-with.ts';
import { checkRights } from './rights/check-rights.ts';
import type { Rule } from './rules/rule.ts';

/** What is said of an example of a rule. */
export function judgeExample({ before, beside, crd, role }: Rule, text: string, kinds: Kinds): readonly Diagnostic[] {
  const input = { source: { path: 'graph.yaml', text } };
  const known = kindsWith(kinds, crd === undefined ? [] : [crd]);
  if (before !== undefined)
    return compareGraphs({ source: { path: 'before.yaml', text: before } }, input, known).diagnostics;
  if (role !== undefined) {
    const sources = [{ path: 'role.yaml', text: role }, input.source];
    const { kinds: made, diagnostics } = checkDocuments(sources, known);
    return [...diagnostics, ...checkRights(sources, made)];
  }
  if (beside === undefined) return checkGraph(input, known).diagnostics;
  const inputs = [{ source: { path: 'beside.yaml', text: beside } }, input];
  return checkGraphs(inputs, known).flatMap(({ diagnostics }) => diagnostics);
}

/** The files of an example, as they are shown. */
export function exampleFiles({ before, beside, role }: Rule, text: string): Readonly<Record<string, string>> {
  return {
    ...(before !== undefined && { 'before.yaml': before }),
    ...(beside !== undefined && { 'beside.yaml': beside }),
    ...(role !== undefined && { 'role.yaml': role }),
    'graph.yaml': text,
  };
}
