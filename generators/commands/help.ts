import type { Command, Format } from './command.ts';
import { usualFormats } from './command-line.ts';

const globalOptions = (formats: readonly Format[] = usualFormats): readonly (readonly [string, string])[] => [
  ['--root DIR', 'the repository to work on (the working directory)'],
  ['--format FORMAT', `${formats.map((format, index) => (index === 0 ? `${format} (default)` : format)).join(' or ')}`],
  ['--help', 'this text'],
  ['--version', 'the version of wheelwright'],
];

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('');
}

/** `-n, --dry-run` or `--base REF`: a help text of `REF  compare with …` names the value before two spaces. */
function optionRows(command: Command): (readonly [string, string])[] {
  return Object.entries(command.options).map(([name, option]) => {
    const text = command.optionHelp[name] ?? '';
    const gap = text.indexOf('  ');
    const value = option.type === 'boolean' ? '' : ` ${gap > 0 ? text.slice(0, gap) : 'VALUE'}`;
    const flag = `${option.short === undefined ? '' : `-${option.short}, `}--${name}${value}`;
    return [flag, option.type === 'boolean' || gap <= 0 ? text.trim() : text.slice(gap).trim()] as const;
  });
}

export function commandHelp(command: Command, summary: string): string {
  return [
    `${summary}\n\nUsage: wheelwright ${command.usage}\n\nOptions:\n`,
    columns([...optionRows(command), ...globalOptions(command.formats)]),
    `\nExample:\n  wheelwright ${command.example}\n`,
  ].join('');
}

export function overview(summaries: readonly (readonly [string, string])[]): string {
  return [
    'Wheelwright compiles a fleet of Kubernetes clusters: a few lines of YAML per cluster in,\n',
    'the Git state that Argo CD watches out.\n\nUsage: wheelwright COMMAND [OPTIONS]\n\nCommands:\n',
    columns(summaries),
    '\nOptions of every command:\n',
    columns(globalOptions()),
    '\nExample:\n  wheelwright build\n\n`wheelwright COMMAND --help` says more.\n',
    'Exit codes: 0 clean, 1 problems, 2 misuse, 3 a bug of ours.\n',
  ].join('');
}
