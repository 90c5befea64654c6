import { asErrors } from '../diagnostics/diagnostic.ts';
import { readRepository } from '../disk/read-repository.ts';
import { realDisk } from '../disk/real-disk.ts';
import { replaceFiles } from '../emit/replace-files.ts';
import { type MigratedFile, migrateFiles } from '../load/migrate-files.ts';
import { FORMAT } from '../model/migrations.ts';
import { counted } from '../util/counted.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { report } from './report.ts';

const options = { check: { type: 'boolean' } } as const;

export const command: Command<typeof options> = {
  usage: 'migrate [--check]',
  example: 'migrate --check',
  options,
  optionHelp: { check: 'Only tell what would be changed; 1 if anything would' },
  run: migrate,
};

/** Edits files of an earlier format in place: all of them, or none and the reason. */
function migrate(args: CommandArgs<typeof options>): ExitCode {
  const { root, values, terminal, format } = args;
  const read = readRepository(root);
  if (read.problems.length > 0) return report(asErrors(read.problems), args);
  const { files, problems } = migrateFiles(read.files);
  if (problems.length > 0) return report(problems, args);
  const isWritten = values.check !== true && files.length > 0;
  if (isWritten) {
    const refused = replaceFiles(realDisk(root), root, new Map(files.map(({ path, text }) => [path, text])));
    if (refused !== undefined) return report([refused], args);
  }
  terminal.out(format === 'json' ? asJson(files, isWritten) : inWords(files, isWritten));
  return values.check && files.length > 0 ? 1 : 0;
}

function asJson(files: readonly MigratedFile[], written: boolean): string {
  const told = files.map(({ path, changes }) => ({ file: path, changes }));
  return `${JSON.stringify({ format: FORMAT, written, files: told }, undefined, 2)}\n`;
}

function inWords(files: readonly MigratedFile[], isWritten: boolean): string {
  if (files.length === 0) return `Nothing to do: config/ is in format ${FORMAT}.\n`;
  const lines = files.flatMap(({ path, changes }) => changes.map((change) => `${path}: ${change}\n`));
  return `${lines.join('')}${counted(files.length, 'file')} ${isWritten ? 'changed' : 'to change'}.\n`;
}
