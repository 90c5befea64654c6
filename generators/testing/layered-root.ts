import { onTestFinished } from 'vitest';
import { layeredRepository } from './layered-repository.ts';
import { type Texts, temporaryRoot, writeTexts } from './output-folder.ts';
import { repository } from './repository.ts';
import { runCli } from './run-cli.ts';

/** The layered repository with more files, in a folder that is removed when the test ends. */
export function layeredRoot(more: Texts = {}): string {
  const folder = temporaryRoot(onTestFinished);
  writeTexts(folder, { ...layeredRepository, ...more });
  return folder;
}

/** What `explain` prints of the layered repository; throws where it fails. */
export async function explain(...argv: readonly string[]): Promise<string> {
  const { exit, out, err } = await runCli(['explain', ...argv, '--root', layeredRoot()]);
  if (exit !== 0 || err !== '') throw new Error(`exit ${exit}\n${err}${out}`);
  return out;
}

/** A file that is built from the layered repository. */
export async function layeredOutput(path: string): Promise<string> {
  const { outputs = [] } = await repository(layeredRepository).compile();
  const found = outputs.flatMap(({ files }) => files).find((file) => file.path === path);
  if (found === undefined) throw new Error(`nothing makes ${path}`);
  return found.content;
}
