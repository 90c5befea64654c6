import { cli } from '../cli.ts';
import type { ExitCode } from '../commands/command.ts';

export interface CliRun {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. With answers, a person is there who gives one to each question, and then leaves. */
export async function runCli(argv: readonly string[], answers?: readonly string[]): Promise<CliRun> {
  const printed = { out: '', err: '' };
  const left = [...(answers ?? [])];
  const exit = await cli(argv, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    color: false,
    interactive: answers !== undefined,
    ask: async (question) => {
      printed.err += `${question}\n`;
      return left.shift();
    },
    columns: 100,
  });
  return { exit, ...printed };
}
