import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** @import { Crd } from './types.ts' */

/**
 * CRDs of one ACK controller: `DIR/<controller>/*.yaml`, or a clone of the release's tag at `DIR/<controller>-controller`.
 * One entry per kind wanted: the CRD and the SHA-256 of its file.
 * @param {string} root
 * @param {string} controller
 * @param {readonly string[]} kinds
 */
export function ackCrds(root, controller, kinds) {
  const folders = [join(root, controller), join(root, `${controller}-controller`, 'config', 'crd', 'bases')];
  const folder = folders.find((candidate) => existsSync(candidate));
  if (folder === undefined) throw new Error(`none of ${folders.join(', ')} exists`);
  /** @type {Map<string, { crd: Crd, hash: string }>} */
  const found = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const crd = parse(text);
    if (crd?.kind !== 'CustomResourceDefinition') continue;
    found.set(crd.spec.names.kind, { crd, hash: `sha256:${createHash('sha256').update(text).digest('hex')}` });
  }
  return kinds.map((kind) => {
    const entry = found.get(kind);
    if (entry === undefined) throw new Error(`${folder} has no CRD of kind ${kind}`);
    return { kind, ...entry };
  });
}

/**
 * Tag and commit by controller, of `DIR/VERSIONS.txt`: a table with tabs between its columns, one line of names, and `-` for what is
 * not known. Empty where there is none.
 * @param {string} root
 * @returns {Map<string, { tag?: string, commit?: string }>}
 */
export function ackVersions(root) {
  const path = join(root, 'VERSIONS.txt');
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const names = rows.find((row) => row[0] === 'controller') ?? [];
  const tag = names.indexOf('tag');
  const commit = names.indexOf('commit');
  /** @type {(row: readonly string[], name: string, column: number) => Record<string, string | undefined>} */
  const known = (row, name, column) => (/^[^-]/.test(row[column] ?? '') ? { [name]: row[column] } : {});
  return new Map(rows.map((row) => [row[0] ?? '', { ...known(row, 'tag', tag), ...known(row, 'commit', commit) }]));
}
