import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { jsonEntries } from '../diagnostics/json.ts';
import { type BuildsBusy, lockBuilds } from '../disk/lock-builds.ts';
import { realDisk } from '../disk/real-disk.ts';
import { emitError } from '../emit/emit-checks.ts';
import { counted } from '../util/counted.ts';
import { buildNothing } from './build/build-nothing.ts';
import type { Build, BuildPlace } from './build/built.ts';
import { findLastBuild } from './build/last-build.ts';
import { restorePaths } from './build/restore-paths.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { exitCodeOf, report } from './report.ts';

/** Files that a build changes and names one by one. */
const MOST_LISTED = 10;

const options = { restore: { type: 'string', multiple: true } } as const;

export const command: Command<typeof options> = {
  usage: 'build [--restore PATH]',
  example: 'build --root platform',
  options,
  optionHelp: { restore: 'PATH  Discard edits by hand of this file or folder of out/; may be given several times' },
  run: build,
};

async function build(args: CommandArgs<typeof options>): Promise<ExitCode> {
  const { root, values, terminal, format } = args;
  const restore = restorePaths(root, process.cwd(), values.restore ?? []);
  const built =
    restore.problems.length > 0
      ? { diagnostics: restore.problems, spokes: 0, changes: [] }
      : await buildAlone(root, restore.paths);
  if (format === 'json') {
    terminal.out(`${JSON.stringify(asData(built), null, 2)}\n`);
    return exitCodeOf(built.diagnostics);
  }
  const code = report(built.diagnostics, args);
  if (code === 0) terminal.out(`${listed(built)}${summary(built)}\n`);
  return code;
}

/** What was wrong, and what became of each file. */
function asData({ spokes, changes, diagnostics }: Build): object {
  return {
    spokes,
    changes: changes.map(({ kind, path }) => ({ kind, path })),
    diagnostics: jsonEntries(diagnostics),
  };
}

/** Nothing is read before the lock is taken: what a build before it changes is seen. */
async function buildAlone(root: string, restore: readonly string[]): Promise<Build> {
  const disk = realDisk(root);
  // Where there is no configuration nothing is built, and nothing is to be left behind.
  const isRepository = disk.stat(`${root}/config`)?.kind === 'folder';
  const lock = isRepository ? await lockBuilds(disk, root) : { since: 0, release() {} };
  if ('holder' in lock) return { diagnostics: [describeBusy(lock)], spokes: 0, changes: [] };
  try {
    const place: BuildPlace = { disk, root, since: lock.since };
    const last = restore.length === 0 ? findLastBuild(place) : undefined;
    const nothing = last?.isSame ? buildNothing(place, last) : undefined;
    if (nothing !== undefined) return nothing;
    // A build that has nothing to do need not load the compiler.
    const { buildFleet } = await import('./build/build-fleet.ts');
    return await buildFleet(place, last, restore);
  } finally {
    lock.release();
    disk.release();
  }
}

function describeBusy({ holder }: BuildsBusy): Diagnostic {
  const who = holder === undefined ? '' : ` (process ${holder})`;
  return emitError('out/busy', {
    message: `Another build is running here${who}, so nothing was built.`,
    help: 'Wait until it has ended, then run `wheelwright build` again. If there is none, remove `.wheelwright/lock`.',
  });
}

const verbs = { create: 'written', update: 'changed', delete: 'removed' } as const;

/** Each file where they are few, else only their number. */
function listed({ changes }: Build): string {
  return changes.length > MOST_LISTED ? '' : changes.map(({ kind, path }) => `${verbs[kind]} ${path}\n`).join('');
}

function summary({ spokes, changes }: Build): string {
  const fleet = counted(spokes, 'spoke');
  const parts = Object.entries(verbs).flatMap(([of, verb]) => {
    const number = changes.filter(({ kind }) => kind === of).length;
    return number === 0 ? [] : [`${counted(number, 'file')} ${verb}`];
  });
  return parts.length === 0 ? `${fleet}: out/ is up to date.` : `${fleet}: ${parts.join(', ')}.`;
}
