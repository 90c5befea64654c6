import { basename, resolve } from 'node:path';
import { realDisk } from '../disk/real-disk.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { initOptions } from './init/init-options.ts';
import { packageSource } from './init/package-source.ts';
import { repositoryFiles } from './init/repository-files.ts';
import { report } from './report.ts';
import { namesIn, writeNewFiles } from './write-new-files.ts';

const options = {
  organisation: { type: 'string' },
  repository: { type: 'string' },
  region: { type: 'string' },
  'account-id': { type: 'string' },
  package: { type: 'string' },
} as const;

const version = typeof WHEELWRIGHT_VERSION === 'string' ? WHEELWRIGHT_VERSION : '0.0.0';

export const command: Command<typeof options> = {
  usage: 'init DIR',
  example: 'init platform --organisation acme --region us-west-2',
  options,
  optionHelp: {
    organisation: 'NAME  Short name; names of IAM roles begin with it (acme)',
    repository: 'URL  Address from which Argo CD will clone it (https://github.com/<organisation>/platform)',
    region: 'REGION  Region of the hub and the first spoke (eu-west-1)',
    'account-id': 'ID  AWS account of the first spoke (222222222222)',
    package: `FILE|SPEC  What npm installs Wheelwright from: a file that \`npm pack\` made, which is copied into the repository, or an address (${version})`,
  },
  positionals: { min: 1, max: 1 },
  run: init,
};

function init(args: CommandArgs<typeof options>): ExitCode {
  const { root, positionals, values, terminal, format, misuse } = args;
  const [given = '.'] = positionals;
  const folder = resolve(root, given);
  const disk = realDisk();
  // A repository without a commit is empty as well.
  const there = namesIn(disk, folder)?.filter((name) => name !== '.git');
  if (there === undefined) return misuse(`"${given}" is no folder that can be read.`);
  if (there.length > 0)
    return misuse(`"${given}" is not empty: it holds ${listed(there)}. Name a folder that is empty or not there yet.`);
  const chosen = initOptions(values);
  if ('misuse' in chosen) return misuse(chosen.misuse);
  const installed = packageSource(disk, root, values.package ?? version);
  if ('misuse' in installed) return misuse(installed.misuse);
  const { spec, archive } = installed;
  const files = new Map<string, string | Uint8Array>(repositoryFiles(basename(folder), spec, chosen));
  if (archive !== undefined) files.set(archive.path, archive.bytes);
  const refused = writeNewFiles(disk, folder, files);
  if (refused !== undefined) return report([refused], args);
  if (format === 'json') terminal.out(`${JSON.stringify({ folder, files: [...files.keys()] }, undefined, 2)}\n`);
  else {
    terminal.out([...files.keys()].map((path) => `wrote ${path}\n`).join(''));
    terminal.out(`\nNext:\n  cd ${given} && npm install\n  npm run build\n`);
  }
  return 0;
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
