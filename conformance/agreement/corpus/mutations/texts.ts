import type { Random } from './random.ts';

/** Changes the text of a graph, and says what; undefined where there is no such place. */
export type TextMutation = (
  text: string,
  random: Random,
) => { readonly text: string; readonly what: string } | undefined;

/** Scalars that readers of YAML take for different things. */
const scalars =
  'yes | No | on | off | y | ~ | null | Null | NULL | TRUE | 012 | 0o12 | 0x1F | 0b11 | 1_000 | 1e3 | 1.0 | .5 | 5. | +1 | -0 | .inf | .nan | 12:30:45 | 2026-01-01 | 2026-01-01T00:00:00Z | 9223372036854775807 | 9223372036854775808 | 18446744073709551616 | 1.7976931348623157e309 | \'a\'\'b\' | "\\x41" | "\\u00e9" | "a\\\n  b" | | | > | |-\n      text | !!str 1 | !!int "1" | !!binary aGk= | !!set {a} | !custom a | &a b | *a | {} | [] | {a} | [a, ] | {a: 1, a: 2} | - a | a: b | "" | \'\' | ? | @a | `a` | %a | a #b | a# b | "a | \'a | {a: b | [a | é | 💥 | \\t | a\\nb | = | <<'.split(
    ' | ',
  );
const keys = [
  'yes',
  'null',
  '1',
  '1.5',
  '~',
  '<<',
  '? a',
  '"a b"',
  "'a'",
  'a b',
  '=',
  'true',
  '[a]',
  '{a: b}',
  '&x a',
  '!!str a',
  '',
];

interface Line {
  readonly index: number;
  readonly indent: string;
  readonly key: string;
  readonly value: string;
}

const entry = /^(\s*(?:- )?)([\w./-]+):(?: (.*))?$/;

function entriesIn(lines: readonly string[]): Line[] {
  return lines.flatMap((line, index) => {
    const [, indent, key = '', value = ''] = entry.exec(line) ?? [];
    return indent === undefined ? [] : [{ index, indent, key, value }];
  });
}

/** A mutation of one line with a key. */
function reline(change: (line: Line, random: Random, lines: readonly string[]) => readonly string[]): TextMutation {
  return (text, random) => {
    const lines = text.split('\n');
    const line = random.pick(entriesIn(lines));
    if (line === undefined) return undefined;
    const changed = change(line, random, lines);
    return { text: lines.toSpliced(line.index, 1, ...changed).join('\n'), what: changed.join('\\n') };
  };
}

export const textMutations: Readonly<Record<string, TextMutation>> = {
  'write a strange scalar': (text, random) => {
    const lines = text.split('\n');
    const line = random.pick(entriesIn(lines).filter(({ value }) => value !== ''));
    if (line === undefined) return undefined;
    const changed = `${line.indent}${line.key}: ${random.pick(scalars)}`;
    return { text: lines.toSpliced(line.index, 1, changed).join('\n'), what: changed };
  },
  'write a strange key': reline(({ indent, value }, random) => [`${indent}${random.pick(keys)}: ${value}`]),
  'repeat a line': reline(({ index }, _, lines) => [lines[index] ?? '', lines[index] ?? '']),
  'drop a line': reline(() => []),
  'indent a line': reline(({ indent, key, value }, random) => {
    const changed = random.pick([
      `  ${indent}`,
      ` ${indent}`,
      indent.slice(2),
      indent.slice(1),
      `\t${indent}`,
      `${indent}\t`,
    ]);
    return [`${changed}${key}: ${value}`];
  }),
  'break a line': reline(({ indent, key, value }, random) => {
    const choices = [
      `${indent}${key}:${value}`,
      `${indent}${key} : ${value}`,
      `${indent}${key} ${value}`,
      `${indent}"${key}": ${value}`,
      `${indent}${key}: ${value} # text`,
      `${indent}${key}: ${value}#text`,
      `${indent}${key}: ${value}: x`,
      `${indent}- ${key}: ${value}`,
    ];
    return [random.pick(choices) ?? ''];
  }),
  'write the file otherwise': (text, random) => {
    const [what = '', changed = ''] =
      random.pick([
        ['carriage returns', text.replaceAll('\n', '\r\n')],
        ['a byte order mark', `\uFEFF${text}`],
        ['a document mark', `---\n${text}`],
        ['a comment', `# text\n${text}`],
        ['a directive', `%YAML 1.1\n---\n${text}`],
        ['an end mark', `${text}...\n`],
        ['no end of line', text.trimEnd()],
        ['trailing spaces', text.replaceAll('\n', '  \n')],
        ['a control character', `${text}\u0001`],
      ]) ?? [];
    return { text: changed, what };
  },
};
