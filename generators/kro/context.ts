import type { Kinds } from '../kube/kinds.ts';
import type { Path } from '../source/path.ts';
import { formatPath } from '../source/path.ts';
import type { Spot } from '../yaml/kubernetes/locate.ts';
import type { Graph, Resource } from './graph/graph.ts';
import type { RuleCode } from './rules/rules.ts';

/** What a rule found. */
export interface Finding extends Spot {
  readonly code: RuleCode;
  readonly message: string;
  readonly help?: string;
  readonly notes?: readonly { readonly message: string; readonly spot: Spot }[];
}

export type Report = (finding: Finding) => void;

/** What every part of the check has at hand. */
export interface Context {
  readonly graph: Graph;
  readonly kinds: Kinds;
  readonly report: Report;
}

/** `Resource "vpc" at spec.cidrBlock`, for the start of a message: a graph that a program made has no lines. */
export function nameField({ id }: Resource, fieldPath: Path): string {
  const at = formatPath(fieldPath);
  return at === '' ? `Resource "${id}"` : `Resource "${id}" at ${at}`;
}
