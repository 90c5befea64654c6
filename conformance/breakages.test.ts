import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Breakage {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly proof: string;
}

const script = String(new URL('breakages.mjs', import.meta.url));
const { breakages } = (await import(script)) as { readonly breakages: readonly Breakage[] };
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
