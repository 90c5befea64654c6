import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../disk/sha256.ts';
import type { Facts, OutputPath, OwnerOutput } from '../model/output.ts';

/** Content by path, relative to the root. */
export type Texts = Readonly<Record<string, string>>;

/** A folder that is removed when the test ends, whatever it does. */
export function temporaryRoot(onTestFinished: (clean: () => void) => void): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'wheelwright-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export function writeTexts(root: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Every file below a folder of the root; folders that are empty stand with a slash. */
export function readTexts(root: string, folder = 'out'): Texts {
  const texts: Record<string, string> = {};
  const walk = (path: string): void => {
    const entries = readdirSync(join(root, path), { withFileTypes: true });
    if (entries.length === 0) texts[`${path}/`] = '';
    for (const entry of entries) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inside);
      else texts[inside] = readFileSync(join(root, inside), 'utf8');
    }
  };
  walk(folder);
  return texts;
}

/** The output of a spoke, as the compiler gives it. */
export function spokeOutput(name: string, texts: Texts, facts: Facts = {}): OwnerOutput {
  const source = { path: `config/spokes/${name}.yaml`, text: '' };
  return {
    owner: { kind: 'spoke', name },
    input: sha256(JSON.stringify([texts, facts])),
    facts,
    locate: () => ({ span: { source, start: 0, end: 0 } }),
    files: Object.entries(texts).map(([path, content]) => ({ path: path as OutputPath, content })),
  };
}
