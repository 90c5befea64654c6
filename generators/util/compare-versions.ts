import { byCodePoint } from './code-point-order.ts';

/** As SemVer orders versions: below 0 where the first is older. A leading `v` and what follows a plus count for nothing. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  const core = compareLists(first.core, second.core);
  if (core !== 0) return core;
  // A version comes after its candidates.
  const [isCandidate, isOther] = [first.candidate.length > 0, second.candidate.length > 0];
  if (isCandidate !== isOther) return isCandidate ? -1 : 1;
  return compareLists(first.candidate, second.candidate);
}

function partsOf(version: string): { readonly core: readonly string[]; readonly candidate: readonly string[] } {
  const [text = ''] = version.replace(/^v/, '').split('+');
  const dash = text.indexOf('-');
  if (dash === -1) return { core: text.split('.'), candidate: [] };
  return { core: text.slice(0, dash).split('.'), candidate: text.slice(dash + 1).split('.') };
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const found = compareParts(part, other);
    if (found !== 0) return found;
  }
  return a.length - b.length;
}

/** Numbers come before words. */
function compareParts(a: string, b: string): number {
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOther) return Number(a) - Number(b);
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return byCodePoint(a, b);
}
