import type { Document, YAMLError } from 'yaml';
import { firstDeeperThan } from '../node-at.ts';
import { isIndentedByTab, tellSyntaxError } from '../tell-syntax-error.ts';
import { MAX_DEPTH, refusedTag, tooDeep, type YamlProblem } from './yaml-problem.ts';

/** An error of the YAML library in plain language, at the place where a person repairs it. */
export function describeSyntaxError(error: YAMLError, text: string, document: Document.Parsed): YamlProblem {
  // Asked first, because where the library gives up on deep nesting depends on the machine.
  const deep = firstDeeperThan(document, MAX_DEPTH);
  if (deep !== undefined) return tooDeep(deep);
  if (error.code === 'TAG_RESOLVE_FAILED') return refusedTag(text, error.pos);
  const code = isIndentedByTab(error, text) ? 'yaml/tab-indentation' : 'yaml/syntax';
  return { code, ...tellSyntaxError(error, text, document) };
}
