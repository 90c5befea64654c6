import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { type Rows, type Run, runNode, runProgram, summarise } from '../measure.ts';
import { type PreparedWork, prepareWork } from './prepare.ts';
import { objectsOf, type WorkSpoke } from './work.ts';

type Tool = (output: string) => Run;

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** By name, how to do the work into a folder. */
function toolsFor({ input, validator, pipeline, cdk8s, jsonnet }: PreparedWork): Readonly<Record<string, Tool>> {
  return {
    wheelwright: (output) => runNode(pipeline, validator, input, output),
    'cdk8s, one App per spoke': (output) => runNode(cdk8s, input, output),
    ...(isInstalled('jrsonnet') && {
      jrsonnet: (output: string) => runProgram('jrsonnet', ['-c', '-m', output, jsonnet]),
    }),
  };
}

function objectsIn(file: string, text: string): unknown {
  if (file.endsWith('.json')) return JSON.parse(text);
  return parseAllDocuments(text).map((document) => document.toJS());
}

/** Throws unless a folder holds exactly the objects of every spoke, in one file each. */
function compareOutput(tool: string, input: string, output: string): void {
  const spokes = readdirSync(input).sort();
  const files = readdirSync(output).sort();
  for (const [index, spoke] of spokes.entries()) {
    const expected = objectsOf(parse(readFileSync(join(input, spoke), 'utf8')) as WorkSpoke);
    const file = files[index] ?? 'nothing';
    const found = files[index] === undefined ? [] : objectsIn(file, readFileSync(join(output, file), 'utf8'));
    if (!isDeepStrictEqual(found, expected)) throw new Error(`${tool}: ${file} is not what ${spoke} asks for`);
  }
  if (files.length !== spokes.length) throw new Error(`${tool}: ${files.length} files for ${spokes.length} spokes`);
}

/** Does the same work with every tool, in turns so that a disturbance meets all of them, and compares what they wrote. */
export async function comparePeers(folder: string, count: number, runs: number): Promise<Rows> {
  const work = await prepareWork(folder, count);
  const tools = toolsFor(work);
  const measured = new Map<string, Run[]>(Object.keys(tools).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, tool] of Object.entries(tools)) {
      const output = join(folder, 'output');
      measured.get(name)?.push(tool(output));
      if (run === 0) compareOutput(name, work.input, output);
      rmSync(output, { recursive: true });
    }
  }
  return Object.fromEntries([...measured].map(([name, all]) => [name, summarise(all)]));
}
