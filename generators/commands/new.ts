import type { Command, ExitCode } from './command.ts';
import { type NewSpokeArgs, spokeOptions } from './new/describe-spokes.ts';
import { newSpokes } from './new/new-spokes.ts';

type Make = (names: readonly string[], args: NewSpokeArgs) => Promise<ExitCode>;

/** What can be made. */
const makers: Readonly<Record<string, Make>> = { spoke: newSpokes };

export const command: Command<typeof spokeOptions> = {
  usage: 'new spoke NAME… --environment E --account A --region R [--from TEMPLATE]',
  example: 'new spoke payments-prod --environment production --account payments --region us-west-2',
  options: spokeOptions,
  optionHelp: {
    environment: 'NAME  Environment of the spoke; asked for on a terminal where it is missing, as are the next two',
    account: 'NAME  Account in which it stands',
    region: 'REGION  Region; the only one that the account allows',
    network: 'NAME  Use this shared network, not one of its own',
    prefix: 'LENGTH  Size of its own network, 16 (largest) to 22; 18 where it is not given',
    from: 'TEMPLATE  Start from this folder of spokes/, such as spoke-template: its files are copied and filled in',
    'dry-run': 'Print the files and write nothing',
  },
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(args) {
    const [what = '', ...names] = args.positionals;
    const make = Object.hasOwn(makers, what) ? makers[what] : undefined;
    if (make === undefined)
      return args.misuse(`"${what}" is nothing that can be made. Known: ${Object.keys(makers).join(', ')}.`);
    return await make(names, args);
  },
};
