import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error A script without types.
import { breakages as list } from './breakages.mjs';

interface Breakage {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly proof: string;
}

const breakages = list as readonly Breakage[];
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the breakages', () => {
  const proofs = readdirSync(new URL('proofs', import.meta.url)).map((file) => file.replace(/^\d+-|\.ts$/g, ''));

  test.each(breakages)('$what: stands once in $file, and a proof is to catch it', ({ file, from, to, proof }) => {
    expect(read(`../${file}`).split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    expect(proofs).toContain(proof);
  });

  test('stand in the README, with the proof that caught each', () => {
    const rows = breakages.map(({ what, proof }, index) => `| ${index + 1} | ${what} | \`${proof}\` |`);
    expect(read('README.md')).toContain(rows.join('\n'));
  });
});
