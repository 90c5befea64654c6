import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { expandSpoke } from '../expand/expand-spoke.ts';
import { type ExpandedObject, flatten } from '../expand/expanded-object.ts';
import type { OwnerOutput } from '../model/output.ts';
import { engineOfSpoke } from '../owners/engine.ts';
import { everyGraph } from '../rgds/library.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { compileRoot } from './compile-root.ts';
import { printCloud, printObjects, printTree } from './expand/print-expansion.ts';
import { report } from './report.ts';

const options = { cloud: { type: 'boolean' } } as const;

type Args = CommandArgs<typeof options>;

export const command: Command<typeof options> = {
  usage: 'expand SPOKE',
  example: 'expand payments-prod --cloud',
  options,
  optionHelp: { cloud: 'Show only the cloud resources, with their number' },
  positionals: { min: 1, max: 1 },
  formats: ['pretty', 'yaml', 'json'],
  run: expand,
};

async function expand(args: Args): Promise<ExitCode> {
  const { root, positionals, terminal, values, misuse } = args;
  const [name = ''] = positionals;
  const { diagnostics, fleet, outputs } = await compileRoot(root);
  if (fleet === undefined || outputs === undefined) return report(diagnostics, args);
  const spoke = fleet.spokes.get(name);
  if (spoke === undefined) {
    return misuse(`There is no spoke "${name}".${didYouMean(name, [...fleet.spokes.keys()])}`);
  }
  const units = engineOfSpoke(spoke, fleet)
    .deliver(filesFor(name, outputs))
    .filter(({ hub }) => hub === spoke.hub);
  const expanded = expandSpoke(name, units, vendoredKinds());
  if (expanded === undefined) return misuse(`The spoke "${name}" is retired: nothing is delivered to it any more.`);
  terminal.out(print(expanded, args.format, values.cloud === true));
  return 0;
}

/** All that leads to a spoke, without what only the others get: there may be thousands. */
function filesFor(spoke: string, outputs: readonly OwnerOutput[]): ReadonlyMap<string, string> {
  const own = outputs.filter(({ owner }) => owner.kind !== 'spoke' || owner.name === spoke);
  return new Map(own.flatMap(({ files }) => files.map(({ path, content }) => [path, content])));
}

function print(root: ExpandedObject, format: Args['format'], onlyCloud: boolean): string {
  const all = flatten([root]);
  const shown = onlyCloud ? all.filter(isCloudResource) : all;
  if (format === 'yaml') return printObjects(shown);
  if (format === 'json') return `${JSON.stringify(onlyCloud ? shown : root, undefined, 2)}\n`;
  return onlyCloud ? printCloud(shown) : printTree(root);
}

/** Kinds by which a controller on the hub makes something in a cloud. */
function isCloudResource({ object }: ExpandedObject): boolean {
  const apiVersion = String(object['apiVersion']);
  return everyGraph.some(({ family }) => family.owns({ apiVersion }));
}
