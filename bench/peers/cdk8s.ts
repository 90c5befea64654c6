// The work item with cdk8s, one App per spoke, as it is best used for a fleet: `node cdk8s-….mjs INPUT OUTPUT`.
import { readdirSync, readFileSync } from 'node:fs';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { objectsOf, type WorkSpoke } from './work.ts';

const [, , input = '', outdir = ''] = process.argv;
for (const file of readdirSync(input)) {
  const spoke = parse(readFileSync(`${input}/${file}`, 'utf8')) as WorkSpoke;
  const app = new App({ outdir });
  const chart = new Chart(app, spoke.name);
  for (const [index, object] of objectsOf(spoke).entries())
    new ApiObject(chart, String(index), object as ApiObjectProps);
  app.synth();
}
