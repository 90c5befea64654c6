import type { ParseArgsConfig, parseArgs } from 'node:util';

/** 0 clean, 1 problems found, 2 misuse of the command line, 3 a bug of ours, 4 destructive and not consented (`plan`). */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export type Format = 'pretty' | 'json' | 'yaml';

/** What `parseArgs` takes as `options`. `root`, `format`, `help` and `version` are global and always there. */
export type CommandOptions = NonNullable<ParseArgsConfig['options']>;

type OptionValues<Options extends CommandOptions> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

/** Where a command prints. A command never touches `process.stdout` or `console`, so that a test can run it in process. */
export interface Terminal {
  /** Results: what a pipe should receive. Text is written as it is, so end it with a newline. */
  readonly out: (text: string) => void;
  /** Progress, questions and misuse. */
  readonly err: (text: string) => void;
  /** Whether results may hold ANSI colours (a terminal, NO_COLOR, FORCE_COLOR). */
  readonly color: boolean;
  /** Whether a person is at both ends: questions may be asked and progress shown. */
  readonly interactive: boolean;
  /** Asks the person for a line; undefined if there is none to come. Only where it is interactive. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
}

export interface CommandArgs<Options extends CommandOptions = CommandOptions> {
  /** The repository to work on: absolute, of `--root` or else the working directory. Not checked to exist. */
  readonly root: string;
  readonly format: Format;
  readonly values: OptionValues<Options>;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
  /** Says what is wrong with the command line, and how it is used. `return args.misuse('…')`. */
  readonly misuse: (message: string) => ExitCode;
}

/**
 * One file per command, `commands/<verb>.ts`, exporting `const command: Command` (or `Command<typeof options>`, which
 * types `values`). Its summary stands in the table of `cli.ts`, because `--help` must not load what a command needs.
 */
export interface Command<Options extends CommandOptions = CommandOptions> {
  /** What follows `wheelwright`: `explain (CODE | FILE[:LINE])`. Options are listed by themselves. */
  readonly usage: string;
  /** One line that a person can run, without `wheelwright`: `explain network/cidr-overlap`. */
  readonly example: string;
  /** Besides the global ones; each with the text that `--help` prints. */
  readonly options: Options;
  /** One line per option (and per positional, if it needs one): `{ base: 'REF|DIR  compare with …' }`. */
  readonly optionHelp: Readonly<Record<keyof Options & string, string>>;
  /** What `--format` takes; the first is the default. `pretty` and `json` unless it says otherwise. */
  readonly formats?: readonly Format[];
  /** How many positionals are allowed: none unless it says otherwise. */
  readonly positionals?: { readonly min: number; readonly max: number };
  run(args: CommandArgs<Options>): Promise<ExitCode> | ExitCode;
}
