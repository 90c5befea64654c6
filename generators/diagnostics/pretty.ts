import type { Subject } from '../source/origin.ts';
import { counted } from '../util/counted.ts';
import { type Cause, causesOf } from './causes.ts';
import type { Diagnostic, Note } from './diagnostic.ts';
import { type Place, type PlaceOf, placeFinder } from './place-of.ts';
import type { Reporter } from './reporter.ts';
import { frameOf, terminalText } from './terminal-text.ts';

const DEFAULT_WIDTH = 100;
/** Things that are named where a cause has more. */
const MOST_NAMED = 3;

type Paint = (style: Style, text: string) => string;
type Style = 'error' | 'warning' | 'frame' | 'note' | 'help' | 'bold';

/** SGR parameters. */
const styles: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  frame: '34',
  note: '36',
  help: '32',
  bold: '1',
};

/** For people: causes, each with the line of the file, what is marked in it, second places in one line each, and one repair. */
export const reportPretty: Reporter = (diagnostics, { color, width = DEFAULT_WIDTH }) => {
  if (diagnostics.length === 0) return '';
  const placeOf = placeFinder();
  const paint: Paint = color ? (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m` : (_, text) => text;
  const causes = causesOf(diagnostics);
  const blocks = causes.map((cause) => block(cause, placeOf, paint, width));
  return `${blocks.join('\n\n')}\n\n${summary(causes)}\n`;
};

function block(
  { diagnostic: { code, severity, message, at, notes, help }, alsoFor }: Cause,
  placeOf: PlaceOf,
  paint: Paint,
  width: number,
): string {
  const place = placeOf(at);
  const lines = [
    `${paint(severity, `${severity}[${terminalText(code)}]`)}${paint('bold', `: ${terminalText(message)}`)}`,
  ];
  if (place !== undefined) {
    lines.push(`  ${paint('frame', '-->')} ${placeText(place)}`);
    if (place.text.trim() !== '') lines.push(...frame(place, severity, paint, width));
  }
  for (const note of notes) lines.push(`  ${paint('note', 'note:')} ${noteText(note, placeOf)}`);
  if (alsoFor.length > 0 && at?.of !== undefined)
    lines.push(`  ${paint('note', 'note:')} ${subjectsText([at.of, ...alsoFor])}`);
  if (help !== undefined) lines.push(`  ${paint('help', 'help:')} ${terminalText(help)}`);
  return lines.join('\n');
}

function frame(place: Place, severity: Style, paint: Paint, width: number): string[] {
  const number = String(place.line);
  const { line, marks } = frameOf(place.text, place.from, place.to, width - number.length - 3);
  return [
    `${paint('frame', `${number} |`)} ${line}`,
    `${paint('frame', `${' '.repeat(number.length)} |`)} ${marks.replace(/\^+/, (carets) => paint(severity, carets))}`,
  ];
}

function noteText({ message, at }: Note, placeOf: PlaceOf): string {
  const place = placeOf(at);
  return place === undefined ? terminalText(message) : `${terminalText(message)}: ${placeText(place)}`;
}

/** All that a cause is told of; names of the first where they are many. */
function subjectsText(subjects: readonly Subject[]): string {
  const [first] = subjects;
  const kind = subjects.every((one) => one.kind === first?.kind) ? (first?.kind ?? '') : 'thing';
  const names = subjects.slice(0, MOST_NAMED).map(({ name }) => `"${terminalText(name)}"`);
  const more = subjects.length > MOST_NAMED ? ', …' : '';
  return `it holds for ${counted(subjects.length, kind)}: ${names.join(', ')}${more}`;
}

/** A problem with a file as such has no line. */
function placeText({ file, line, column, endColumn, text }: Place): string {
  const whole = line === 1 && endColumn === 1 && text === '';
  return whole ? terminalText(file) : `${terminalText(file)}:${line}:${column}`;
}

function summary(causes: readonly Cause[]): string {
  const count = (severity: Diagnostic['severity']) =>
    causes.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const amounts = (['error', 'warning'] as const).flatMap((severity) => {
    const number = count(severity);
    return number === 0 ? [] : [counted(number, severity)];
  });
  return amounts.join(', ');
}
