import type { SpokeExplanation } from '../../explain/explain-spoke.ts';
import { shortValue, table } from '../../yaml/format-text.ts';

export function printSpoke({ name, file, hub, facts, lifecycle, leaving }: SpokeExplanation): string {
  const rows = facts.map(({ field, value, statements }) => {
    const winner = statements.find(({ wins }) => wins);
    return [field, shortValue(value), winner === undefined ? 'default' : `${winner.file}:${winner.line}`];
  });
  const steps = leaving.map(({ text, commands = [] }, index) => {
    return [`  ${index + 1}. ${text}`, ...commands.map((command) => `\n       ${command}`)].join('\n');
  });
  const title = lifecycle === 'active' ? 'It leaves in steps:' : 'What is to be done for it to leave:';
  return `${file}\n  spoke ${name} on hub ${hub}, ${lifecycle}\n\n${table(rows, '  ')}\n\n${title}\n\n${steps.join('\n\n')}\n`;
}
