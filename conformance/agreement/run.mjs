// The step of the conformance run that compares our check of graphs with kro. It needs Go and no stack.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../bundle.mjs';
import { prepareAgreement } from './prepare.mjs';

const mutations = 3000;

/** @returns {Promise<number>} exit code: 0 where they agree */
export async function runAgreement() {
  const prepared = prepareAgreement();
  const program = await bundle('agreement', "import { main } from './agreement/main.ts';\nmain();");
  const folder = mkdtempSync(join(tmpdir(), 'wheelwright-agreement-'));
  const differences = join(folder, 'differences.md');
  const settings = { ...prepared, mutations, seed: Number(process.env['PROPERTY_SEED'] ?? 1), differences };
  const env = { ...process.env, AGREEMENT_RUN: JSON.stringify(settings) };
  const { status, error } = spawnSync(process.execPath, ['--enable-source-maps', program], { stdio: 'inherit', env });
  if (!existsSync(differences)) rmSync(folder, { recursive: true });
  if (error) throw error;
  return status ?? 1;
}
