import { asErrors } from '../diagnostics/diagnostic.ts';
import { foundAsFolder, noRepository } from '../disk/list-repository.ts';
import { realDisk } from '../disk/real-disk.ts';
import { verifyOutput } from '../emit/compare-output.ts';
import type { Command } from './command.ts';
import { report } from './report.ts';

export const command: Command = {
  usage: 'verify',
  example: 'verify',
  options: {},
  optionHelp: {},
  run(args) {
    // The configuration is not needed, but where there is neither, nothing was written.
    const isNothing = ['config', 'out'].every((folder) => foundAsFolder(args.root, folder) === 'absent');
    const found = isNothing ? asErrors([noRepository()]) : verifyOutput(realDisk(), args.root);
    const code = report(found, args);
    if (code === 0 && args.format === 'pretty') args.terminal.out('out/ is as it was written.\n');
    return code;
  },
};
