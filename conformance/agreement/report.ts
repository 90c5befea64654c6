import type { Compared, Difference } from './compare.ts';
import { explain } from './known-disagreements.ts';

const fence = '```';
const shown = 3;

const first = (text: string, limit = 1500): string => (text.length > limit ? `${text.slice(0, limit)}…` : text);

function groupsOf(compared: readonly Compared[]): Map<string, Compared[]> {
  const groups = new Map<string, Compared[]>();
  for (const one of compared) {
    if (one.difference === undefined || explain(one)) continue;
    const name = `${one.difference}, ${one.check}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}

/** What kro and we say of a case, the smallest graph of a group first. */
function describe({ judged, answer, verdict }: Compared): string {
  const ours = verdict.problems.map(({ code, number, text }) => `- ${code} (${number}): ${first(text, 300)}`);
  return [
    `**${first(judged.name.replaceAll('\n', ' '), 300)}**`,
    '',
    `kro: ${answer.accepted ? 'accepts' : `${answer.stage}: ${first(answer.error ?? '', 600)}`}`,
    '',
    `ours:${ours.length === 0 ? ' accepts' : ''}`,
    ...ours,
    '',
    `${fence}yaml`,
    first(judged.graph, 2500),
    fence,
  ].join('\n');
}

/** Markdown: the differences that nothing explains, by check, the smallest first. */
export function writeDifferences(compared: readonly Compared[]): string {
  const sections = [...groupsOf(compared)]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([name, group]) => {
      const smallest = [...group].sort((left, right) => left.judged.graph.length - right.judged.graph.length);
      const titles = smallest
        .slice(shown, 12)
        .map(({ judged }) => `- ${first(judged.name.replaceAll('\n', ' '), 200)}`);
      const cases = smallest.slice(0, shown).map(describe);
      return [`## ${name}: ${group.length}`, ...cases, ...(titles.length > 0 ? [titles.join('\n')] : [])].join('\n\n');
    });
  return `${sections.join('\n\n')}\n`;
}

/** `B17 2, B61 1`: how many cases differ in one way, by check; what is known to differ does not count. */
export function countByCheck(compared: readonly Compared[], difference: Difference): string {
  const counts = new Map<string, number>();
  for (const one of compared) {
    if (one.difference !== difference || explain(one)) continue;
    counts.set(one.check, (counts.get(one.check) ?? 0) + 1);
  }
  return [...counts].map(([check, count]) => `${check} ${count}`).join(', ');
}
