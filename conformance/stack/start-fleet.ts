import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type KubeObject, textAt } from './kube-objects.ts';
import { objectsIn, publishLocally } from './localise.ts';
import type { Stack } from './stack.ts';

/** A fleet that was compiled, published and handed to the hub. */
export interface Fleet {
  readonly hub: string;
  readonly spokes: readonly string[];
  /** Of the repository with the config. */
  readonly root: string;
  /** Files of out/ by path, as Argo CD reads them. */
  readonly folder: string;
  /** Changes a file of the config, makes one of the empty text, or removes one (`undefined`); compiles, and publishes what came out. */
  edit(path: string, change: (text: string) => string | undefined): Promise<void>;
}

const run = promisify(execFile);
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What the config of spoke `legacy` says is there. */
const existingNetwork = {
  account: '333333333333',
  region: 'us-east-1',
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: [
    { id: 'subnet-0a1b2c3d4e5f60711', az: 'us-east-1a' },
    { id: 'subnet-0a1b2c3d4e5f60712', az: 'us-east-1b' },
  ],
};

async function compile(folder: string): Promise<void> {
  const command = [join(repositoryRoot, 'bin/wheelwright.mjs'), 'build', '--root', folder];
  await run(process.execPath, command).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`the fleet does not compile:\n${error.stdout}${error.stderr}`);
  });
}

const fleetFolder = (stack: Stack) => stack.scratch.path('fleet');
const hubOf = (folder: string) => readdirSync(join(folder, 'out/hubs'))[0] ?? '';

function publish(stack: Stack): readonly KubeObject[] {
  const folder = fleetFolder(stack);
  const [root] = objectsIn(
    readFileSync(join(folder, 'out/hubs', hubOf(folder), 'bootstrap/hub-bootstrap.yaml'), 'utf8'),
  );
  return publishLocally(stack, folder, textAt(root, 'spec.source.repoURL'));
}

/** Compiles the conformance fleet, serves what came out in Git, and applies the one object that Terraform would. `prepare` may change its copy first. */
export async function startFleet(stack: Stack, prepare?: (folder: string) => void): Promise<Fleet> {
  const folder = fleetFolder(stack);
  cpSync(join(repositoryRoot, 'conformance/fleet'), folder, { recursive: true });
  prepare?.(folder);
  await compile(folder);
  const fleet = openFleet(stack);
  await stack.cloud.seed(existingNetwork);
  await Promise.all(fleet.spokes.map((spoke) => stack.addSpoke(spoke)));
  const root = publish(stack).find(({ kind, metadata }) => kind === 'Application' && metadata.name === fleet.hub);
  if (!root) throw new Error(`out/ has no Application ${fleet.hub}`);
  await stack.hub.apply(root);
  return fleet;
}

/** The fleet that an earlier proof started. */
export function openFleet(stack: Stack): Fleet {
  const folder = fleetFolder(stack);
  const hub = hubOf(folder);
  const spokes = join(folder, 'out/hubs', hub, 'spokes');
  return {
    hub,
    spokes: existsSync(spokes) ? readdirSync(spokes).sort() : [],
    root: folder,
    folder: stack.git('platform').folder,
    async edit(path, change) {
      const file = join(folder, path);
      const text = change(existsSync(file) ? readFileSync(file, 'utf8') : '');
      mkdirSync(dirname(file), { recursive: true });
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
      await compile(folder);
      publish(stack);
    },
  };
}
