import type { Delivery } from '../../explain/delivery.ts';
import type { OutputExplanation } from '../../explain/explain-output.ts';
import type { Statement } from '../../explain/history.ts';
import type { FieldOrigin } from '../../explain/influences/origins-of-lines.ts';
import { isMap } from '../../util/plain-map.ts';
import { ranges, shortValue, table } from '../../yaml/format-text.ts';

export function printOutput(explanation: OutputExplanation): string {
  const { line } = explanation;
  return line === undefined ? printFile(explanation) : printLine(explanation, line);
}

function printFile({ file, owner, describedIn, objects, delivery, readBy, origins }: OutputExplanation): string {
  const owned = describedIn === undefined ? '' : ` (${describedIn})`;
  const parts = [
    `${file}\n  belongs to ${owner.kind} ${owner.name}${owned}${objects.length > 0 ? `\n  holds ${listed(objects)}` : ''}`,
    ...(delivery.length > 0 ? [`How it is delivered:\n\n${delivery.map(printDelivery).join('\n\n')}`] : []),
    ...(readBy.length > 0
      ? [
          `Who else reads it:\n\n${table(
            readBy.map(({ by, what }) => [by, what]),
            '  ',
          )}`,
        ]
      : []),
    origins.length > 0
      ? `Made from:\n\n${printOrigins(origins)}`
      : `No line of the configuration makes it: ${withoutOrigins(owner.kind)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function listed(objects: readonly string[]): string {
  return objects.length > 6 ? `${objects.slice(0, 5).join(', ')} and ${objects.length - 5} more` : objects.join(', ');
}

function withoutOrigins(kind: OutputExplanation['owner']['kind']): string {
  if (kind === 'base' || kind === 'component') return `it is the authored file, as it is.`;
  return kind === 'library'
    ? 'it comes with Wheelwright, the same for every fleet.'
    : `it is the same for every ${kind}.`;
}

function printDelivery(chain: readonly Delivery[]): string {
  return chain
    .map(({ application, applicationSet, wave, path, cluster, madeBy }, index) => {
      const by = applicationSet === undefined ? '' : `, made by ApplicationSet "${applicationSet}"`;
      const when = wave === undefined ? '' : ` in wave ${wave}`;
      const first = index === 0 && wave === undefined ? `, applied once from ${madeBy}` : '';
      return `  ${'  '.repeat(index)}Application "${application}"${by}${first}${when}: ${path}, to ${cluster}`;
    })
    .join('\n');
}

/** One row per field, in groups of what they are fields of. */
function printOrigins(origins: readonly FieldOrigin[]): string {
  const groups = new Map<string, string[][]>();
  for (const { of, field, value, statements, lines } of origins) {
    const winner = statements.at(-1);
    const place = winner === undefined ? 'default' : `${winner.file}:${winner.line}`;
    const rows = groups.get(nameOf(of)) ?? [];
    groups.set(nameOf(of), rows);
    rows.push([place, `${field}${valueText(value)}`, `lines ${ranges(lines)}`.replace(/^lines (\d+)$/, 'line $1')]);
  }
  const all = [...groups.values()].flat();
  const printed = table(all, '    ').split('\n');
  return [...groups].map(([name, rows]) => `  ${name}\n${printed.splice(0, rows.length).join('\n')}`).join('\n\n');
}

function valueText(value: unknown): string {
  return typeof value === 'object' ? '' : `: ${shortValue(value)}`;
}

function nameOf({ kind, name }: FieldOrigin['of']): string {
  return kind === 'config' ? 'the fleet' : `${kind} ${name}`;
}

function printLine({ file, owner, origins }: OutputExplanation, line: NonNullable<OutputExplanation['line']>): string {
  const { number, text, object, field } = line;
  const what = field === undefined ? [] : [`  ${field}${object === undefined ? '' : ` of ${object}`}`];
  const head = [`${file}:${number}`, `${number} | ${text}`, ...what].join('\n');
  if (origins.length === 0) {
    const hatch =
      owner.kind === 'spoke' ? ' `patches` can change it if docs/reference/who-may-do-what.md has its field.' : '';
    return `${head}\n\nNo line of the configuration makes this one: ${withoutOrigins(owner.kind)}${hatch}\n`;
  }
  return `${head}\n\nMade from:\n\n${origins.map(printOrigin).join('\n\n')}\n`;
}

function printOrigin({ of, field, value, statements, file }: FieldOrigin): string {
  const head = `  ${field} of ${nameOf(of)}${valueText(value)}`;
  if (statements.length === 0) return `${head}\n    a default: no file says it; ${file} may`;
  return `${head}\n${printStatements(statements, '    ')}`;
}

export function printStatements(statements: readonly Statement[], indent: string): string {
  const rows = statements.map(({ file, line, layer, value, wins }) => {
    const verb = statements.length > 1 && isMap(value) ? 'adds' : 'says';
    const says = value === null ? 'removes it' : `${verb} ${shortValue(value)}`;
    return [`${file}:${line}`, layer, statements.length > 1 && wins ? `${says}  <- wins` : says];
  });
  return table(rows, indent);
}
