import { patterns } from './patterns.ts';

/** What a text can hold that no pattern of the model allows, and what to do about it; the first that is found. */
const faults: readonly { readonly holds: RegExp; readonly help: string }[] = [
  { holds: /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u, help: 'Take the invisible character out of it.' },
  {
    holds: /^(https?|git|oci):\/\/[^/]*@|^ssh:\/\/[^/]*:[^/]*@/,
    help: 'Take out what stands before "@": credentials belong in a Secret of Argo CD.',
  },
  {
    holds: /[{}]/,
    help: 'Write it out: there are placeholders in `repository.path` of a team and `source.path` of an application alone, {spoke} and {environment}.',
  },
  {
    holds: /^([a-z]+:\/\/)?(localhost|127\.|0\.|169\.254\.|instance-data|metadata\.google)/,
    help: 'Name a host that others can reach.',
  },
  { holds: /(^|[/@:])\.{1,2}(\/|$)/, help: 'Write it without "." and ".." as parts of a path.' },
  { holds: /(^|[/@:])-/, help: 'No part of it may begin with a dash.' },
];

const known: ReadonlySet<string> = new Set(Object.values(patterns).map(({ source }) => source));

/** The repair of a text that one of the patterns refuses; undefined where its meaning says enough. */
export function repairText(pattern: string, text: string): string | undefined {
  return known.has(pattern) ? faults.find(({ holds }) => holds.test(text))?.help : undefined;
}
