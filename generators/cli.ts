import { resolve } from 'node:path';
import type { ExitCode, Terminal } from './commands/command.ts';
import { type Opening, readArgs, readOpening } from './commands/command-line.ts';
import { commandHelp, overview } from './commands/help.ts';
import { commands } from './commands/table.ts';
import { processTerminal } from './commands/terminal.ts';
import { terminalText } from './diagnostics/terminal-text.ts';
import { nearestName } from './util/did-you-mean.ts';

const version = typeof WHEELWRIGHT_VERSION === 'string' ? WHEELWRIGHT_VERSION : 'development';

function reportBug(error: unknown, argv: readonly string[], terminal: Terminal): ExitCode {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    `wheelwright failed through no fault of yours. Please report this as a bug, with what it was working on:\n\n` +
      `wheelwright ${version}, Node ${process.version}, ${process.platform}-${process.arch}\n` +
      `arguments: ${terminalText(JSON.stringify(argv))}\n${what.split('\n').map(terminalText).join('\n')}\n`,
  );
  return 3;
}

function withoutVerb({ help, version: showVersion, rest }: Opening, terminal: Terminal): ExitCode {
  const text = overview(Object.entries(commands).map(([name, { summary }]) => [name, summary]));
  if (showVersion) terminal.out(`${version}\n`);
  else if (help) terminal.out(text);
  else if (rest.length === 0) terminal.err(text);
  else terminal.err(`error: there is no command in "${rest.join(' ')}".\nRun \`wheelwright --help\` for usage.\n`);
  return showVersion || help ? 0 : 2;
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const opening = readOpening(argv);
  const { verb } = opening;
  if (verb === undefined || opening.version) return withoutVerb(opening, terminal);
  const row = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  const misuse = (message: string): ExitCode => {
    const usage = row === undefined ? 'wheelwright --help' : `wheelwright ${verb} --help`;
    terminal.err(`error: ${message}\nRun \`${usage}\` for usage.\n`);
    return 2;
  };
  if (row === undefined) {
    const nearest = nearestName(verb, Object.keys(commands));
    return misuse(`unknown command "${verb}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`);
  }
  const { command } = await row.load();
  if (opening.help) {
    terminal.out(commandHelp(command, row.summary));
    return 0;
  }
  const args = readArgs(opening.rest, command);
  if ('misuse' in args) return misuse(args.misuse);
  return await command.run({ ...args, root: resolve(args.root), terminal, misuse });
}

/** Runs one command line to its end. Never throws: a bug of ours is reported and gives 3. */
export async function cli(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    return reportBug(error, argv, terminal);
  }
}
