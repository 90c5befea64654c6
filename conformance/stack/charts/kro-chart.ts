import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chart, chartFile } from './chart.ts';

function filesBelow(folder: string, within = ''): [path: string, content: string][] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, path);
    return entry.name.startsWith('.') ? [] : [[path, readFileSync(join(folder, path), 'utf8')]];
  });
}

/** kro's own chart, from the module that was built; the release puts the version in, and so do we. */
export function kroChart(folder: string, version: string): Chart {
  const files = new Map(filesBelow(folder));
  files.set('Chart.yaml', chartFile('kro', version));
  files.set('values.yaml', (files.get('values.yaml') ?? '').replaceAll('${VERSION}', `v${version}`));
  return { name: 'kro', version, files };
}
