import { relative, resolve } from 'node:path';
import { vendoredMeans } from '../disk/vendored-means.ts';
import { fileKinds } from '../model/file-kinds.ts';
import type { Fleet } from '../model/fleet.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import { didYouMean, nearestName } from '../util/did-you-mean.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { readFleet } from './compile-root.ts';
import { report } from './report.ts';

const options = { all: { type: 'boolean' } } as const;

type Args = CommandArgs<typeof options>;

export const command: Command<typeof options> = {
  usage: 'explain [CODE | out/FILE[:LINE] | config/FILE[:LINE]]',
  example: 'explain out/hubs/hub-west/spokes/payments-prod/infrastructure/cluster.yaml:12',
  options,
  optionHelp: { all: 'Show the lines of every spoke, not of the first few' },
  positionals: { min: 0, max: 1 },
  run: explain,
};

async function explain(args: Args): Promise<ExitCode> {
  const { positionals, root } = args;
  const [target] = positionals;
  const place = target === undefined || looksLikeCode.test(target) ? undefined : placeIn(root, target);
  if (place === undefined) return await explainCodes(target, args);
  const read = readFleet(root);
  if ('problems' in read) return report(read.problems, args);
  const { parsed, fleet } = read;
  return place.file.startsWith('out/')
    ? await explainOutputPlace(place, parsed, fleet, args)
    : await explainConfigPlace(place, parsed, fleet, args);
}

/** `out/stale-file` is a code: no file of out/ or config/ has a name without an ending. */
const looksLikeCode = /^[a-z]+\/[a-z0-9-]+$/;

interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A file of out/ or config/, as messages print it or as it is reached from the working directory; a column is left out. */
function placeIn(root: string, target: string): Place | undefined {
  const [, name = target, line] = /^(.*?):([1-9]\d*)(?::\d+)?$/.exec(target) ?? [];
  const isPrinted = /^(out|config)\//.test(name);
  const file = isPrinted ? name : relative(root, resolve(name)).replaceAll('\\', '/');
  if (!/^(out|config)\/./.test(file)) return undefined;
  return { file, ...(line !== undefined && { line: Number(line) }) };
}

async function explainCodes(target: string | undefined, { format, terminal, misuse }: Args): Promise<ExitCode> {
  const [{ knownCodes }, { explainCode, listCodes }] = await Promise.all([
    import('../codes/known-codes.ts'),
    import('../explain/explain-code.ts'),
  ]);
  if (target === undefined) {
    terminal.out(format === 'json' ? json(knownCodes) : listCodes());
    return 0;
  }
  const known = knownCodes.find(({ code }) => code === target);
  if (known === undefined) {
    const nearest = nearestName(
      target,
      knownCodes.map(({ code }) => code),
    );
    const hint = nearest === undefined ? ' Without an argument, all codes are listed.' : ` Did you mean "${nearest}"?`;
    return misuse(`"${target}" is no code of a diagnostic, and no path of out/ or config/.${hint}`);
  }
  const shown = { color: terminal.color, width: terminal.columns };
  terminal.out(format === 'json' ? json(known) : await explainCode(known, vendoredMeans(), shown));
  return 0;
}

async function explainOutputPlace(
  { file, line }: Place,
  parsed: ParsedConfig,
  fleet: Fleet,
  { format, terminal, misuse }: Args,
): Promise<ExitCode> {
  const [{ explainOutput }, { printOutput }, { subjectsOf }] = await Promise.all([
    import('../explain/explain-output.ts'),
    import('./explain/print-output.ts'),
    import('../explain/subjects.ts'),
  ]);
  const explanation = await explainOutput(file, line, fleet, subjectsOf(parsed, fleet));
  if (!('unknown' in explanation)) {
    terminal.out(format === 'json' ? json(explanation) : printOutput(explanation));
    return 0;
  }
  const { known } = explanation;
  if (typeof known === 'number') return misuse(`${file} has ${known} lines, so there is no line ${line}.`);
  return misuse(`The configuration makes no file ${file}.${didYouMean(file, known)}`);
}

async function explainConfigPlace(
  { file, line }: Place,
  parsed: ParsedConfig,
  fleet: Fleet,
  args: Args,
): Promise<ExitCode> {
  const { format, terminal, misuse, values } = args;
  const all = fileKinds.flatMap((kind) => [...parsed[kind].values()]);
  const found = all.find(({ source }) => source.path === file);
  if (found === undefined)
    return misuse(
      `There is no file ${file}.${didYouMean(
        file,
        all.map(({ source }) => source.path),
      )}`,
    );
  if (line === undefined) return await explainConfigFile(found, parsed, fleet, args);
  const count = found.source.text.replace(/\n$/, '').split('\n').length;
  if (line > count) return misuse(`${file} has ${count} lines, so there is no line ${line}.`);
  const [{ explainConfigLine }, { printConfig }] = await Promise.all([
    import('../explain/explain-config.ts'),
    import('./explain/print-config.ts'),
  ]);
  const showAll = values.all === true;
  const explanation = await explainConfigLine(found, line, parsed, fleet, showAll);
  terminal.out(format === 'json' ? json(explanation) : printConfig(explanation, showAll));
  return 0;
}

/** Of a spoke: what it is and how it leaves. Of an account: what its role must be allowed. */
async function explainConfigFile(
  file: ParsedFile,
  parsed: ParsedConfig,
  fleet: Fleet,
  { format, terminal, misuse }: Args,
): Promise<ExitCode> {
  if (file.kind === 'account') {
    const [{ explainAccount }, { printAccount }] = await Promise.all([
      import('../explain/explain-account.ts'),
      import('./explain/print-account.ts'),
    ]);
    const explanation = explainAccount(file.name, fleet);
    terminal.out(format === 'json' ? json(explanation) : printAccount(explanation, terminal.columns));
    return 0;
  }
  if (file.kind !== 'spoke')
    return misuse(
      `Add a line to ask what it makes: ${file.source.path}:1. Only files of spokes and accounts are explained as a whole.`,
    );
  const [{ explainSpoke }, { printSpoke }, { subjectsOf }] = await Promise.all([
    import('../explain/explain-spoke.ts'),
    import('./explain/print-spoke.ts'),
    import('../explain/subjects.ts'),
  ]);
  const subject = subjectsOf(parsed, fleet).get('spoke', file.name);
  if (subject === undefined) throw new Error(`the spoke ${file.name} was not resolved`);
  const explanation = explainSpoke(subject, fleet);
  terminal.out(format === 'json' ? json(explanation) : printSpoke(explanation));
  return 0;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
