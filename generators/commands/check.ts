import { filesWithGraphs } from '../checks/files-with-graphs.ts';
import { readRepository } from '../disk/read-repository.ts';
import { realDisk } from '../disk/real-disk.ts';
import { compareOutput } from '../emit/compare-output.ts';
import { compareBuild, compareWithBase } from '../emit/records/compare-build.ts';
import { checkTreeBeside } from '../emit/tree/check-tree.ts';
import { explainEdits } from '../explain/explain-edits.ts';
import { ownGraphName } from '../load/authored-folders.ts';
import type { RepositoryFiles } from '../load/repository-files.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Source } from '../source/source.ts';
import { counted } from '../util/counted.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { compareGraphs } from './compare-graphs.ts';
import { compileFiles } from './compile-root.ts';
import { report } from './report.ts';

const options = { base: { type: 'string' } } as const;

export const command: Command<typeof options> = {
  usage: 'check [--base REF|DIR]',
  example: 'check --base origin/main',
  options,
  optionHelp: { base: 'REF|DIR  Also refuse what must not change against this commit, or this copy of the repository' },
  run: check,
};

/** Reads every byte and no cache. */
async function check(args: CommandArgs<typeof options>): Promise<ExitCode> {
  const { root, values, terminal, format } = args;
  const read = readRepository(root);
  const compilation = await compileFiles(read);
  const { diagnostics, outputs, fleet } = compilation;
  if (outputs === undefined) return report(diagnostics, args);
  const disk = realDisk();
  const comparison = await explainEdits(compareOutput(disk, root, outputs), compilation);
  const compared =
    values.base === undefined
      ? compareBuild(disk, root, comparison).problems
      : compareWithBase(disk, root, values.base, comparison);
  const graphs = values.base === undefined ? [] : compareGraphs(root, values.base, compilation.kinds);
  const code = report([...diagnostics, ...graphs, ...checkTreeBeside(compared, comparison), ...compared], args);
  if (code === 0 && format === 'pretty') {
    const spokes = fleet?.spokes.size ?? 0;
    const valid = `${counted(spokes, 'spoke')} ${spokes === 1 ? 'is' : 'are'} valid`;
    terminal.out(`${valid}, and out/ is what the configuration says.\n`);
    const files = undelivered(read.files, fleet).length;
    if (files > 0)
      terminal.out(
        `${counted(files, 'file')} of hub/ with graphs: checked, but not delivered. A hub gets the files of hub/graphs that it lists.\n`,
      );
  }
  return code;
}

/** Files of hub/ with graphs that no hub gets. */
function undelivered({ authored, others }: RepositoryFiles, fleet: Fleet | undefined): readonly Source[] {
  const listed = new Set([...(fleet?.hubs.values() ?? [])].flatMap((hub) => hub.graphs));
  return filesWithGraphs([...authored.values(), ...others.values()]).filter(
    ({ path }) => path.startsWith('hub/') && !listed.has(ownGraphName(path) ?? ''),
  );
}
