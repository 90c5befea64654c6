import { realDisk } from '../emit/real-disk.ts';
import { verifyOutput } from '../emit/sync-output.ts';
import type { Command } from './command.ts';
import { report } from './report.ts';

export const command: Command = {
  usage: 'verify',
  example: 'verify',
  options: {},
  optionHelp: {},
  run(args) {
    const code = report(verifyOutput(realDisk(), args.root), args);
    if (code === 0 && args.format === 'pretty') args.terminal.out('out/ is as it was written.\n');
    return code;
  },
};
