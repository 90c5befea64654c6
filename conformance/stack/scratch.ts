import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one folder that a run writes to. The launcher makes it and removes it. */
export interface Scratch {
  readonly root: string;
  /** Text for people: a log per process, and the runner's own. */
  readonly logs: string;
  path(...parts: readonly string[]): string;
  /** A folder below the root, made if it is missing. */
  folder(...parts: readonly string[]): string;
  note(line: string): void;
}

export function openScratch(root: string): Scratch {
  const logs = join(root, 'logs');
  mkdirSync(logs, { recursive: true });
  const path = (...parts: readonly string[]) => join(root, ...parts);
  return {
    root,
    logs,
    path,
    folder(...parts) {
      const folder = path(...parts);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    note: (line) => appendFileSync(join(logs, 'runner.log'), `${new Date().toISOString()} ${line}\n`),
  };
}
