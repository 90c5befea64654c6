import { expect, onTestFinished } from 'vitest';
import { commitAll, git } from './git.ts';
import { temporaryRoot, writeTexts } from './output-folder.ts';
import { runCli } from './run-cli.ts';
import { smallRepository } from './small-repository.ts';

/** What a command prints in a root. */
export async function printed(root: string, ...argv: readonly string[]): Promise<string> {
  return (await runCli([...argv, '--root', root])).out;
}

/** The root of the small repository with more files, built and committed; it goes when the test ends. */
export async function committed(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...files });
  git(root, 'init', '-q');
  expect(await printed(root, 'build')).not.toContain('error');
  commitAll(root);
  return root;
}

/** The codes of what a report tells, one for each cause. */
export const causes = (report: string) =>
  [...report.matchAll(/^(?:error|warning)\[([^\]]+)\]/gm)].map(([, code]) => code);
