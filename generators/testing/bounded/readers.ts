import { baseReader, configReader } from './config-reader.ts';
import { gitReader, recordReader, stateReader } from './emit-readers.ts';
import { graphReader, simpleSchemaReader } from './graph-reader.ts';
import { kustomizationReader } from './kustomization-reader.ts';
import type { Reader } from './reader.ts';
import { celReader, patternReader, yamlReader } from './text-readers.ts';

/** All that reads what a stranger may have written, by what it reads. */
export const readers: Readonly<Record<string, Reader>> = {
  config: configReader,
  base: baseReader,
  kustomization: kustomizationReader,
  yaml: yamlReader,
  graph: graphReader,
  simpleSchema: simpleSchemaReader,
  cel: celReader,
  pattern: patternReader,
  record: recordReader,
  state: stateReader,
  git: gitReader,
};
