import { exampleRepository } from '../checks/example-repository.ts';
import { type KnownCode, knownCodes } from '../codes/known-codes.ts';
import { type CompileOptions, compile } from '../compile.ts';
import type { ExampleFiles } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ReportOptions } from '../diagnostics/reporter.ts';
import { reporters } from '../diagnostics/reporters.ts';
import { judgeExample } from '../kro/judge-example.ts';
import { type RuleCode, rules } from '../kro/rules/rules.ts';
import { filesInMemory } from '../load/files-in-memory.ts';
import { table } from '../yaml/format-text.ts';

type Means = Omit<CompileOptions, 'spokes'>;

/** What is known of a code, with what its bad example gives: found by compiling it here and now, unless a shell is part of it. */
export async function explainCode(known: KnownCode, means: Means, options: ReportOptions): Promise<string> {
  const { code, summary, details, good, bad, before = {} } = known;
  const parts = [`${code}\n  ${summary}\n\n${wrapped(details)}`, `This is refused:\n\n${shown(bad)}`];
  const diagnostics = '$' in bad ? [] : await diagnosticsOf(code, { ...before, ...bad }, means);
  const [first] = diagnostics.filter((diagnostic) => diagnostic.code === code);
  if (first !== undefined)
    parts.push(`What is said of it:\n\n${indented(reporters.pretty([first], options).replace(/\n\n[^\n]*\n$/, '\n'))}`);
  parts.push(`This is fine:\n\n${shown(good)}`);
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

async function diagnosticsOf(code: string, bad: ExampleFiles, means: Means): Promise<readonly Diagnostic[]> {
  if (isRule(code)) return judgeExample(rules[code], rules[code].bad, await means.kinds());
  const files = filesInMemory({ ...exampleRepository, ...bad });
  return (await compile(files, means)).diagnostics;
}

function isRule(code: string): code is RuleCode {
  return Object.hasOwn(rules, code);
}

/** All codes by area. */
export function listCodes(): string {
  const areas = new Map<string, string[][]>();
  for (const { code, summary } of knownCodes) {
    const area = code.slice(0, code.indexOf('/'));
    const rows = areas.get(area) ?? [];
    areas.set(area, rows);
    rows.push([code, summary]);
  }
  const width = Math.max(...knownCodes.map(({ code }) => code.length));
  const blocks = [...areas.values()].map((rows) =>
    table(
      rows.map(([code = '', summary = '']) => [code.padEnd(width), summary]),
      '  ',
    ),
  );
  return `Codes of diagnostics; \`wheelwright explain CODE\` says more:\n\n${blocks.join('\n\n')}\n`;
}

function shown(files: ExampleFiles): string {
  const entries = Object.entries(files);
  if (entries.length === 0) return '  the repository as it was built';
  return indented(entries.map(([path, text]) => `${path === '$' ? '$' : `# ${path}`}\n${text.trimEnd()}`).join('\n\n'));
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.split(' ')) {
    if (line.length + word.length > 98) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
