import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { runNode, runProgram, summarise } from '../measure.mjs';
import { prepareWork } from './prepare.mjs';
import { objectsOf } from './work.mjs';

const cdk8s = fileURLToPath(new URL('./cdk8s.mjs', import.meta.url));

function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** By name, how to do the work into a folder. */
function toolsFor({ input, validator, pipeline, jsonnet }) {
  const tools = {
    wheelwright: (output) => runNode([pipeline, validator, input, output]),
    'cdk8s, one App per spoke': (output) => runNode([cdk8s, input, output]),
  };
  if (isInstalled('jrsonnet')) tools.jrsonnet = (output) => runProgram('jrsonnet', ['-c', '-m', output, jsonnet]);
  return tools;
}

function objectsIn(file, text) {
  if (file.endsWith('.json')) return JSON.parse(text);
  return parseAllDocuments(text).map((document) => document.toJS());
}

/** Throws unless a folder holds exactly the objects of every spoke, in one file each. */
function compareOutput(tool, input, output) {
  const spokes = readdirSync(input).sort();
  const files = readdirSync(output).sort();
  for (const [index, spoke] of spokes.entries()) {
    const expected = objectsOf(parse(readFileSync(join(input, spoke), 'utf8')));
    const file = files[index] ?? 'nothing';
    const found = files[index] === undefined ? [] : objectsIn(file, readFileSync(join(output, file), 'utf8'));
    if (!isDeepStrictEqual(found, expected)) throw new Error(`${tool}: ${file} is not what ${spoke} asks for`);
  }
  if (files.length !== spokes.length) throw new Error(`${tool}: ${files.length} files for ${spokes.length} spokes`);
}

/**
 * Does the same work with every tool, in turns so that a disturbance meets all of them, and compares what they wrote.
 * @returns {Promise<Record<string, ReturnType<typeof summarise>>>} by tool
 */
export async function comparePeers(folder, count, runs) {
  const work = await prepareWork(folder, count);
  const tools = toolsFor(work);
  const measured = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, tool] of Object.entries(tools)) {
      const output = join(folder, 'output');
      measured[name].push(tool(output));
      if (run === 0) compareOutput(name, work.input, output);
      rmSync(output, { recursive: true });
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, summarise(all)]));
}
