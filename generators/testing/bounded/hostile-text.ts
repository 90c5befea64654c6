import type { Random } from './random.ts';

/** Words on which readers have stumbled, or might. */
export const hostileWords: readonly string[] = [
  ...'__proto__ constructor toString hasOwnProperty prototype valueOf null ~ true yes on .nan .inf -0 0x10 0o17 010 1e999'.split(
    ' ',
  ),
  ...'9007199254740993 -9223372036854775809 123456789012345678901234567890 1_000 2001-01-01 << *a &a !!str !!binary !x'.split(
    ' ',
  ),
  ...'{} [] {{ }} [[ ]] ${ } ${} ${a ${schema.spec.name} ${{}} $$ --- ... %YAML | > |- >+2 ? : - , # " \' \\ ` @ % &'.split(
    ' ',
  ),
  ...'../../x /etc/passwd C:\\x .. . // a//b https://u:p@x oci:// git@ refs/heads/../x {{.name}} {{end}}'.split(' '),
  ...'string integer boolean object []string map[string]string map[string] [][]map[string]int array<string> string|required=true'.split(
    ' ',
  ),
  ' ',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\0',
  '\x1b[31m',
  '\x85',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\u{10ffff}',
  '👩‍👩‍👧',
  'e\u0301',
  'İ',
  '١٢',
  ': ',
  ' #',
  '- ',
  '? ',
  '"\\u',
  '"\\x0"',
  "''",
  '""',
];

/** What stands again and again in a text that is made to hurt. */
const units: readonly string[] = [
  ...'{} [ { [, [] ] } ( ((a ) - -- --- " \' | > & * ! % , : ; # $ ${ ${a} }{ a. .a [0] ["a"] !a -a ?a: 1+ a&& a|| a? x, a=1 \\ a* (a+)+ [a [^ [[: a| {1 {1,9}'.split(
    ' ',
  ),
  '---\na\n',
  '---\n{}\n',
  '- [[[[1]]]]\n',
  '- - - - 1\n',
  '- a\n',
  '- {a: [b, {c: d}]}\n',
  'a: b\n',
  '? a\n',
  '? ',
  ': ',
  '- ',
  'a: {',
  '{a: ',
  'a: &a [*a]\n',
  '# a\n',
  '\n',
  '\r',
  '\t',
  ' ',
  '  a:\n',
  '\u00e9',
  '\u{1f600}',
  '\0',
  'x'.repeat(50),
  '{"a":',
  '"a":1,',
  'a.map(x, ',
  'a.all(x, ',
  '"a"+',
  '<<: *a\n',
];

const edges: readonly string[] = ['', 'a: ', '- ', '{', '[', '"', '${', 'a: |\n ', 'kind: X\n', '&a ', '# '];

/** One thing, very often. */
export function repeated(random: Random, mostBytes: number): string {
  const unit = random.pick(units);
  const most = Math.max(1, Math.floor(mostBytes / (Buffer.byteLength(unit) + 1)));
  const text = unit.repeat(1 + random.below(most));
  return random.pick(edges) + text + (random.chance(2) ? '' : random.pick(['a', ']', '}', '"', '\n', '1', ')']));
}

/** Deep, wide, or with aliases of aliases. */
export function shaped(random: Random, mostBytes: number): string {
  const size = 1 + random.below(Math.max(2, Math.min(2000, Math.floor(mostBytes / 60))));
  const lines = (line: (index: number) => string) => Array.from({ length: size }, (_, index) => line(index)).join('\n');
  switch (random.below(9)) {
    case 0:
      return `${Array.from({ length: Math.min(size, 300) }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')} 1`;
    case 1:
      return `a0: &a0 [x, x]\n${Array.from({ length: Math.min(size, 60) }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`;
    case 2:
      return lines((index) => `k${index}: ${'v'.repeat(index % 40)}`);
    case 3:
      return `a: "${'x'.repeat(size * 20)}"`;
    case 4:
      return `${'k'.repeat(size * 20)}: 1`;
    case 5:
      return lines((index) => `T${index}: {a: T${index + 1}, b: T${index + 1}, c: '[]T${index + 1}'}`);
    case 6:
      return lines((index) => `- {op: add, path: /a/${index}, value: ${index}}`);
    case 7:
      return JSON.stringify({ a: Array.from({ length: size }, (_, i) => ({ [`__proto__${i % 2 ? '' : i}`]: i })) });
    default:
      return lines(
        (index) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: n${index}}\ndata: {a: "${index}"}`,
      );
  }
}
