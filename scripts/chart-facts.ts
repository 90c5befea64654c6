// Writes schemas/charts/NAME.json from a chart that lies in a folder, with its subcharts in charts/:
// node scripts/run.mjs scripts/chart-facts.ts NAME --chart-dir DIR [--version V] [--helm PATH]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import type { Addon } from '../generators/addons/addon.ts';
import type { ChartFacts } from '../generators/addons/chart-facts.ts';
import { addons } from '../generators/addons/registry.ts';
import { kebabCase } from '../generators/model/names.ts';
import { triedContexts } from '../generators/testing/tried-contexts.ts';
import { objectFacts } from './chart-facts/object-facts.ts';
import { printFacts } from './chart-facts/print-facts.ts';
import { renderChart } from './chart-facts/render-chart.ts';
import { valueKeys } from './chart-facts/value-keys.ts';

export function main(args: readonly string[]): number {
  const { values: flags, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'chart-dir': { type: 'string' },
      version: { type: 'string' },
      helm: { type: 'string', default: process.env['HELM'] ?? 'helm' },
    },
  });
  const [name = ''] = positionals;
  const dir = flags['chart-dir'];
  const addon = (addons as Readonly<Record<string, Addon>>)[name];
  if (addon?.chart === undefined || dir === undefined) {
    process.stderr.write('usage: chart-facts.ts NAME --chart-dir DIR [--version V] [--helm PATH]; NAME as in addons\n');
    return 2;
  }
  const facts = factsOf(name, addon, { dir, version: flags.version, helm: flags.helm });
  const path = join(import.meta.dirname, `../schemas/charts/${kebabCase(name)}.json`);
  writeFileSync(path, printFacts(facts));
  return 0;
}

interface Given {
  readonly dir: string;
  /** Where the folder says none, as in a repository whose releases fill it in. */
  readonly version: string | undefined;
  readonly helm: string;
}

function factsOf(name: string, addon: Addon, { dir, version, helm }: Given): ChartFacts {
  const about = parse(readFileSync(join(dir, 'Chart.yaml'), 'utf8')) as Record<string, unknown>;
  const namespace = addon.namespace.name;
  const objects = triedContexts(name, addon).flatMap((context) => {
    const values = addon.chart?.values(context) ?? {};
    return renderChart({ helm, dir, release: kebabCase(name), namespace, values });
  });
  return {
    chart: String(about['name']),
    version: version ?? String(about['version']),
    appVersion: String(about['appVersion'] ?? ''),
    date: new Date().toISOString().slice(0, 10),
    ...objectFacts(objects, namespace),
    values: valueKeys(dir),
  };
}
