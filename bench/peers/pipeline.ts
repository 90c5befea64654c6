// The work item through this compiler's own parts: `node pipeline-….mjs VALIDATOR INPUT OUTPUT`. Bundled before it is measured.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { printManifest } from '../../generators/yaml/print-yaml.ts';
import { parseYaml } from '../../generators/yaml/strict/parse-yaml.ts';
import { objectsOf, type WorkSpoke } from './work.ts';

const [, , validator = '', input = '', output = ''] = process.argv;
const { validate } = await import(pathToFileURL(validator).href);
mkdirSync(output, { recursive: true });
for (const file of readdirSync(input)) {
  const { value, diagnostics } = parseYaml({ path: file, text: readFileSync(`${input}/${file}`, 'utf8') });
  if (diagnostics.length > 0 || !validate(value)) throw new Error(`${file} is not valid`);
  writeFileSync(
    `${output}/${file}`,
    objectsOf(value as unknown as WorkSpoke)
      .map((object) => printManifest(object))
      .join('---\n'),
  );
}
