import { formatPath } from '../source/path.ts';
import type { Edit, Problem } from './diagnostic.ts';

/** The help of a problem that one edit, or each of several together, repairs: in words, and as data that a test applies. */
export function repairBy(...edits: readonly [Edit, ...Edit[]]): Required<Pick<Problem, 'help' | 'edits'>> {
  const [first, ...others] = edits.map(inWords);
  const sentence = [first, ...others.map((words) => lowerFirst(words))].join(', and ');
  return { help: `${sentence}.`, edits };
}

function inWords(edit: Edit): string {
  if ('write' in edit) return `Write ${JSON.stringify(edit.write)}`;
  if ('remove' in edit) return `Remove \`${edit.remove}\``;
  const [key, ...parents] = edit.path.toReversed();
  const field = `\`${key}: ${inFlow(edit.add)}\``;
  const into = parents.length === 0 ? '' : ` to \`${formatPath(parents.toReversed())}\``;
  return `Add ${field}${into} in ${edit.file}`;
}

/** A value as people write it on one line. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}: ${inFlow(one)}`)
      .join(', ')}}`;
  return typeof value === 'string' &&
    /^[A-Za-z][\w./-]*$/.test(value) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
