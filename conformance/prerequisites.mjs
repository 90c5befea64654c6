// What must be on the machine. Nothing is installed here: what is missing is named, with the command that brings it. By
// itself (`node conformance/prerequisites.mjs`) it does just that, and fails if anything is missing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namespaceFlags } from './launch.mjs';

/** @type {(command: string, ...args: readonly string[]) => boolean} */
const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
/** @type {(command: string, ...args: readonly string[]) => string} */
const said = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/** The least version of Go that go.mod asks for. */
const leastGo = /^go (\S+)/m.exec(readFileSync(new URL('./engines/go.mod', import.meta.url), 'utf8'))?.[1] ?? '';

/**
 * @param {string} version
 * @param {string} least
 */
function isAtLeast(version, least) {
  const [is = [], must = []] = [version, least].map((text) => text.split('.').map(Number));
  for (const [i, number] of must.entries()) if ((is[i] ?? 0) !== number) return (is[i] ?? 0) > number;
  return true;
}

const goVersion = () => /go(\d+\.\d+(\.\d+)?)/.exec(said('go', 'env', 'GOVERSION'))?.[1] ?? '0';

const prerequisites = [
  { name: 'Linux', there: () => process.platform === 'linux', install: 'run it in a virtual machine or a container' },
  { name: `Go ${leastGo} or later`, there: () => isAtLeast(goVersion(), leastGo), install: 'https://go.dev/dl/' },
  { name: 'git', there: () => works('git', '--version'), install: 'apt-get install git' },
  { name: 'redis-server', there: () => works('redis-server', '--version'), install: 'apt-get install redis-server' },
  {
    name: 'Python 3.11 or later, with venv',
    there: () => works('python3', '-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'),
    install: 'apt-get install python3-venv',
  },
  { name: 'ip', there: () => works('ip', '-V'), install: 'apt-get install iproute2' },
  { name: 'unshare', there: () => works('unshare', '--version'), install: 'apt-get install util-linux' },
  {
    name: 'leave to make namespaces',
    there: () => works('unshare', ...namespaceFlags, '--', 'ip', 'link', 'set', 'lo', 'up'),
    install:
      'run as root, or: sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0',
  },
];

/**
 * @param {(name: string) => boolean} isNeeded
 * @returns {string[]} a line for each that is missing of those that are needed
 */
export const missingPrerequisites = (isNeeded = () => true) =>
  prerequisites
    .filter(({ name, there }) => isNeeded(name) && !there())
    .map(({ name, install }) => `missing: ${name} (${install})`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = missingPrerequisites();
  for (const line of missing) console.log(line);
  if (missing.length > 0) process.exitCode = 1;
}
