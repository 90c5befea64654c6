import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleChild, runBounded } from './run-bounded.ts';

/** `BOUNDED_INPUTS=200000 PROPERTY_SEED=7 npx vitest run generators/testing/bounded` tries more, and others. */
const inputs = Number(process.env['BOUNDED_INPUTS'] ?? 2_000);
const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'wheelwright-bounded-'));
let child = '';

beforeAll(async () => {
  child = await bundleChild(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${inputs} inputs of all readers: each ends within 5 s, in 512 MiB, without an exception`, {
  timeout: inputs * 1000,
}, async () => {
  const { failures } = await runBounded(child, seed, 0, inputs);
  expect(failures).toEqual([]);
});
