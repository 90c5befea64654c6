import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { bundleSource } from '../../scripts/bundling/bundle-source.mjs';
import { nodeOptions } from '../../scripts/bundling/node-options.mjs';
import { catalog, workFiles } from './work.ts';

const here = import.meta.dirname;
const root = join(here, '../..');

/** Where everything is that the tools need. */
export interface PreparedWork {
  readonly input: string;
  readonly validator: string;
  readonly pipeline: string;
  readonly cdk8s: string;
  readonly jsonnet: string;
}

/** Validators are made when the compiler is built, not when it runs; so is this one. */
async function makeValidator(outfile: string): Promise<void> {
  const schema = JSON.parse(readFileSync(join(here, 'spoke.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true } });
  ajv.addSchema(schema, 'spoke');
  const contents = standaloneCode.default(ajv, { validate: 'spoke' });
  await build({ ...nodeOptions(root), stdin: { contents, resolveDir: here }, outfile });
}

/** Jsonnet can list no folder, so it is given an index of the spokes. */
function makeJsonnetIndex(folder: string, names: readonly string[]): void {
  const files = names.map((name) => `  std.parseYaml(importstr 'spokes/${name}.yaml'),\n`);
  const main = `(import 'work.jsonnet')(import 'catalog.json', [\n${files.join('')}])\n`;
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  writeFileSync(join(folder, 'work.jsonnet'), readFileSync(join(here, 'work.jsonnet'), 'utf8'));
  writeFileSync(join(folder, 'main.jsonnet'), main);
}

/** Writes what the tools start from: nothing of this is measured. */
export async function prepareWork(folder: string, count: number): Promise<PreparedWork> {
  rmSync(folder, { recursive: true, force: true });
  const input = join(folder, 'spokes');
  mkdirSync(input, { recursive: true });
  const names: string[] = [];
  for (const [name, text] of workFiles(count)) {
    names.push(name);
    writeFileSync(join(input, `${name}.yaml`), text);
  }
  makeJsonnetIndex(folder, names);
  const validator = join(folder, 'validator.mjs');
  await makeValidator(validator);
  const pipeline = await bundleSource(root, 'bench/peers/pipeline.ts');
  const cdk8s = await bundleSource(root, 'bench/peers/cdk8s.ts', { packages: 'external' });
  return { input, validator, pipeline: pipeline.path, cdk8s: cdk8s.path, jsonnet: join(folder, 'main.jsonnet') };
}
