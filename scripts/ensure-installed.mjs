// Makes node_modules what package-lock.json says, if it is not. Imports nothing that would have to be installed, and as
// little as it can: every command of a clone runs this first.
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Package */

const modified = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
/** @type {(lock: string) => Record<string, Package>} */
const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** Whether what is installed is what is wanted. npm leaves out optional packages that are for other platforms. */
function agrees() {
  const here = packagesOf(installed);
  const there = packagesOf(lockFile);
  const exact = (/** @type {string} */ path) =>
    here[path]?.version === there[path]?.version && here[path]?.integrity === there[path]?.integrity;
  return (
    Object.keys(here).every((path) => path in there) &&
    Object.keys(there).every((path) => path === '' || exact(path) || (there[path]?.optional && !(path in here)))
  );
}

function isInstalled() {
  const at = modified(installed);
  if (at === undefined) return false;
  if (at >= (modified(lockFile) ?? 0)) return true;
  if (!agrees()) return false;
  const now = new Date();
  utimesSync(installed, now, now); // a switch of branches touched the lock file: do not compare again next time
  return true;
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  const { install } = await import('./install.mjs');
  install(root, isInstalled);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureInstalled();
