// A session that stays: one spoke of a fleet is edited again and again, within one process.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRepository } from '../generators/disk/read-repository.ts';
import { sha256 } from '../generators/disk/sha256.ts';
import { type KindIndex, kindFiles } from '../generators/kube/kinds.ts';
import { newCloudFacts } from '../generators/model/cloud-facts.ts';
import { newSession } from '../generators/session.ts';
import index from '../schemas/kubernetes/index.json' with { type: 'json' };
import { spokeName } from './make-fleet.ts';
import { type Row, type Run, summarise } from './measure.ts';

const textOf = (path: string) => readFileSync(join(import.meta.dirname, '../schemas', path), 'utf8');
const schemas = kindFiles(index as KindIndex, (path) => textOf(`kubernetes/${path}`));
const facts = newCloudFacts(textOf);

/** Edits that come before those that count: code that runs often is compiled by then. */
const WARM_UP = 5;

/** The fleet at `root`, of `count` spokes. */
export async function measureResident(root: string, count: number, runs: number): Promise<Row> {
  const { files } = readRepository(root);
  const session = newSession({ schemas, hash: sha256, kinds: async () => schemas, facts }, files);
  const path = `config/spokes/${spokeName(count >> 1)}.yaml`;
  const [unedited] = (files.config.get(path)?.text ?? '').split('nodeGroups:');
  await session.compilation();
  const all: Run[] = [];
  for (let run = 0; run < WARM_UP + runs; run++) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    session.edit(new Map([[path, `${unedited}nodeGroups: {default: {max: ${20 + run}}}\n`]]));
    const { outputs, diagnostics } = await session.compilation();
    const { user, system } = process.cpuUsage(before);
    if (outputs === undefined) throw new Error(diagnostics[0]?.message ?? 'nothing was made');
    if (run >= WARM_UP) all.push({ wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, stdout: '' });
  }
  return summarise(all);
}
