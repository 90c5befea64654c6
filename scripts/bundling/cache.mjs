import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keepMs = 24 * 60 * 60 * 1000;

/**
 * Where files lie that are named by what they are made from. Below node_modules, so that bundles find what is installed.
 * @param {string} root
 * @param {string} name
 */
export const cachePath = (root, name) => join(root, 'node_modules/.cache/wheelwright', name);

/**
 * Another process may be writing the same. What nobody wrote for a day goes.
 * @param {string} root
 * @param {string} name
 * @param {string | Uint8Array} content
 */
export function writeCached(root, name, content) {
  const folder = cachePath(root, '');
  const path = cachePath(root, name);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).map((other) => join(folder, other))) {
    const modified = statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (Date.now() - modified > keepMs) rmSync(old, { force: true });
  }
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
  return path;
}
