import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileRoot } from '../../commands/compile-root.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { reportPretty } from '../../diagnostics/pretty.ts';
import { loadChecks } from '../../load/load-checks.ts';
import { smallRepository } from '../small-repository.ts';
import type { BadInput, FileOnDisk } from './bad-input.ts';
import { clusters } from './clusters.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { networks } from './networks.ts';
import { references } from './references.ts';
import { yaml } from './yaml.ts';

// The golden files are documentation: what goes wrong, and what a person reads then. `npx vitest run -u` writes them anew.

const areas: Readonly<Record<string, { readonly heading: string; readonly inputs: readonly BadInput[] }>> = {
  files: { heading: 'Files', inputs: files },
  yaml: { heading: 'YAML', inputs: yaml },
  fields: { heading: 'Fields', inputs: fields },
  references: { heading: 'References', inputs: references },
  networks: { heading: 'Networks', inputs: networks },
  clusters: { heading: 'Clusters and applications', inputs: clusters },
};

const folder = mkdtempSync(join(tmpdir(), 'wheelwright-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(root: string, all: Readonly<Record<string, FileOnDisk>>): void {
  for (const [path, content] of Object.entries(all)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, join(root, path));
    else writeFileSync(join(root, path), content);
  }
}

async function diagnose({ files: added }: BadInput): Promise<readonly Diagnostic[]> {
  const root = mkdtempSync(join(folder, 'case-'));
  mkdirSync(join(root, 'spokes'));
  write(root, { ...smallRepository, ...added });
  const { diagnostics } = await compileRoot(root);
  return diagnostics;
}

function fileText(path: string, content: FileOnDisk): string {
  if (content === undefined) return `\`${path}\` is not there.\n`;
  if (typeof content === 'object' && 'link' in content) return `\`${path}\` is a link to \`${content.link}\`.\n`;
  return `\`${path}\`\n\n\`\`\`yaml\n${content}${String(content).endsWith('\n') ? '' : '\n'}\`\`\`\n`;
}

function section({ title, files: added, shown }: BadInput, diagnostics: readonly Diagnostic[]): string {
  const entries = Object.entries(added);
  const [only = ['', '']] = entries;
  const given =
    entries.length > 1 && entries.every(([, content]) => content === undefined)
      ? 'The folder is empty.\n'
      : shown === undefined
        ? entries.map(([path, content]) => fileText(path, content)).join('\n')
        : fileText(only[0], shown);
  const report = diagnostics.length === 0 ? 'no problems\n' : reportPretty(diagnostics, { color: false });
  return `## ${title}\n\n${given}\n\`\`\`text\n${report}\`\`\`\n`;
}

const told = new Set<string>();

describe.each(Object.entries(areas))('bad input: %s', (area, { heading, inputs }) => {
  test('is told as the golden file has it', async () => {
    const sections: string[] = [];
    for (const input of inputs) {
      const diagnostics = await diagnose(input);
      expect(diagnostics.length > 0, input.title).toBe(input.accepted === undefined);
      for (const { code } of diagnostics) told.add(code);
      sections.push(section(input, diagnostics));
    }
    const intro = `# ${heading}\n\nEach mistake is made in a small valid repository (\`generators/testing/small-repository.ts\`).\n`;
    await expect([intro, ...sections].join('\n')).toMatchFileSnapshot(`golden/${area}.md`);
  });
});

test('bad input has every problem of reading, parsing and validating files', () => {
  // Whoever runs the tests as root can read everything; the other two take more than a small file to show.
  const elsewhere = ['file/unreadable', 'yaml/too-many-values', 'schema/more-problems'];
  expect(Object.keys(loadChecks).filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([]);
});
