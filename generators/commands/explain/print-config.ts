import type { ConfigExplanation, FieldUse, MadeByOwner } from '../../explain/explain-config.ts';
import { counted } from '../../util/counted.ts';
import { shortValue, table } from '../../yaml/format-text.ts';
import { printStatements } from './print-output.ts';

/** Lines of one file that are printed, unless all are asked for. */
const SHOWN_LINES = 12;
const SHOWN_NAMES = 10;

export function printConfig({ file, line, text, uses }: ConfigExplanation, all: boolean): string {
  const head = `${file}:${line}\n${line} | ${text}`;
  if (uses.length === 0) return `${head}\n\nNothing is made from this line.\n`;
  return `${[head, ...uses.map((use) => printUse(use, all))].join('\n\n')}\n`;
}

function printUse({ field, value, of, wins, overridden, made, moreSpokes, removes }: FieldUse, all: boolean): string {
  const said = value === null ? ': removed' : typeof value === 'object' ? '' : `: ${shortValue(value)}`;
  const parts = [`${field}${said}, for ${whom(of, wins, all)}`];
  if (made.length > 0) parts.push(made.map((one) => printOwner(one, all)).join('\n'));
  else if (removes.length > 0)
    parts.push(`  It takes away what lower layers say:\n${printStatements(removes, '    ')}`);
  else if (wins.length > 0) parts.push('  It makes no line of its own.');
  if (moreSpokes > 0) parts.push(`  … and ${counted(moreSpokes, 'more spoke')}; --all shows them.`);
  if (overridden.length > 0) {
    const shown = all ? overridden : overridden.slice(0, SHOWN_NAMES);
    const rows = shown.map(({ name, by }) => [
      name,
      `${by.file}:${by.line}`,
      by.value === null ? 'removes it' : `says ${shortValue(by.value)}`,
    ]);
    const more = overridden.length > shown.length ? `\n    … and ${overridden.length - shown.length} more` : '';
    parts.push(
      `  Another layer has the last word for ${counted(overridden.length, of)}:\n${table(rows, '    ')}${more}`,
    );
  }
  return parts.join('\n');
}

function whom(of: FieldUse['of'], names: readonly string[], all: boolean): string {
  if (of === 'config') return 'the fleet';
  if (names.length === 0) return `no ${of}`;
  return `${counted(names.length, of)}: ${shortList(names, all)}`;
}

function shortList(names: readonly string[], all: boolean): string {
  return all || names.length <= SHOWN_NAMES
    ? names.join(', ')
    : `${names.slice(0, SHOWN_NAMES).join(', ')} … and ${names.length - SHOWN_NAMES} more`;
}

function printOwner({ owner, files }: MadeByOwner, all: boolean): string {
  const blocks = files.map(({ file, lines }) => {
    const shown = all ? lines : lines.slice(0, SHOWN_LINES);
    const width = String(shown.at(-1)?.line ?? 0).length;
    const rows = shown.map(({ line, text }) => `      ${String(line).padStart(width)} | ${text}`);
    const more =
      lines.length > shown.length
        ? [`      … and ${counted(lines.length - shown.length, 'more line')}; --all shows them.`]
        : [];
    return [`    ${file}`, ...rows, ...more].join('\n');
  });
  return [`  ${owner.kind} ${owner.name}`, ...blocks].join('\n');
}
