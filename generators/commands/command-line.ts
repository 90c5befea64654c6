import { parseArgs } from 'node:util';
import { nearestName } from '../util/did-you-mean.ts';
import type { Command, CommandArgs, CommandOptions, Format } from './command.ts';

const globalOptions = {
  root: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies CommandOptions;

export const usualFormats: readonly Format[] = ['pretty', 'json'];

export interface Opening {
  readonly verb: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
  /** All arguments but the verb: global options may stand before it. */
  readonly rest: readonly string[];
}

/** Finds the verb, which is the first argument that belongs to no option, before its options are known. */
export function readOpening(argv: readonly string[]): Opening {
  const { values, tokens } = parseArgs({ args: [...argv], options: globalOptions, strict: false, tokens: true });
  const verb = tokens.find((token) => token.kind === 'positional');
  return {
    verb: verb?.value,
    help: values.help === true,
    version: values.version === true,
    rest: verb === undefined ? argv : argv.toSpliced(verb.index, 1),
  };
}

/** What `parseArgs` refuses, in our words: unknown options with the nearest known one. */
function misuseOfOptions(rest: readonly string[], options: CommandOptions): string | undefined {
  const { tokens } = parseArgs({ args: [...rest], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const nearest = nearestName(token.name, Object.keys(options));
      return `unknown option ${token.rawName}.${nearest === undefined ? '' : ` Did you mean --${nearest}?`}`;
    }
    if (option.type === 'boolean' && token.value !== undefined) return `option ${token.rawName} takes no value.`;
    if (
      option.type === 'string' &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith('-')))
    ) {
      return `option ${token.rawName} needs a value.`;
    }
  }
  return undefined;
}

function misuseOfPositionals(given: readonly string[], { positionals, usage }: Command): string | undefined {
  const { min, max } = positionals ?? { min: 0, max: 0 };
  if (given.length > max) return `unexpected argument "${given[max]}".`;
  if (given.length < min) return `an argument is missing: wheelwright ${usage}`;
  return undefined;
}

export type ParsedArgs = Pick<CommandArgs, 'root' | 'format' | 'values' | 'positionals'>;

/** Arguments of a known command, or what is wrong with them. `root` is as it was given, the working directory without. */
export function readArgs(rest: readonly string[], command: Command): ParsedArgs | { readonly misuse: string } {
  const options: CommandOptions = { ...command.options, ...globalOptions };
  const wrong = misuseOfOptions(rest, options);
  if (wrong !== undefined) return { misuse: wrong };
  const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true });
  const tooMany = misuseOfPositionals(positionals, command);
  if (tooMany !== undefined) return { misuse: tooMany };
  const { root = '.', format: name = 'pretty', ...own } = values;
  const formats = command.formats ?? usualFormats;
  const format = formats.find((known) => known === name);
  if (format === undefined) return { misuse: `unknown format "${name}". Known: ${formats.join(', ')}.` };
  return { root: String(root), format, values: own, positionals };
}
