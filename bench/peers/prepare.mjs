import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { catalog, workFiles } from './work.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const pipelineSource = fileURLToPath(new URL('./pipeline.mjs', import.meta.url));

const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  banner: { js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);` },
  legalComments: 'none',
  logLevel: 'silent',
};

/** Validators are made when the compiler is built, not when it runs; so is this one. */
async function makeValidator(outfile) {
  const schema = JSON.parse(readFileSync(join(here, 'spoke.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true } });
  const code = standaloneCode.default(ajv, { validate: ajv.addSchema(schema, 'spoke') && 'spoke' });
  await build({ ...bundling, stdin: { contents: code, resolveDir: here }, outfile });
}

/** Jsonnet can list no folder, so it is given an index of the spokes. */
function makeJsonnetIndex(folder, names) {
  const files = names.map((name) => `  std.parseYaml(importstr 'spokes/${name}.yaml'),\n`);
  const main = `(import 'work.jsonnet')(import 'catalog.json', [\n${files.join('')}])\n`;
  writeFileSync(join(folder, 'catalog.json'), JSON.stringify(catalog));
  writeFileSync(join(folder, 'work.jsonnet'), readFileSync(join(here, 'work.jsonnet'), 'utf8'));
  writeFileSync(join(folder, 'main.jsonnet'), main);
}

/** Writes what the tools start from: nothing of this is measured. */
export async function prepareWork(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  const input = join(folder, 'spokes');
  mkdirSync(input, { recursive: true });
  const names = [];
  for (const [name, text] of workFiles(count)) {
    names.push(name);
    writeFileSync(join(input, `${name}.yaml`), text);
  }
  makeJsonnetIndex(folder, names);
  const validator = join(folder, 'validator.mjs');
  const pipeline = join(folder, 'pipeline.mjs');
  await makeValidator(validator);
  await build({ ...bundling, entryPoints: [pipelineSource], outfile: pipeline });
  return { input, validator, pipeline, jsonnet: join(folder, 'main.jsonnet') };
}
