import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const copied = ['bin', 'generators', 'schemas', 'scripts', 'package.json', 'package-lock.json', 'LICENSE', 'README.md'];

/** A work tree of its own, with what is installed here: for tests that bundle, which must not disturb one another. */
export function cloneRepository(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of copied.filter((present) => existsSync(join(root, present)))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
