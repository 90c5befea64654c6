import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ackChart } from './ack-chart.ts';
import type { ChartServer } from './chart-server.ts';
import { kroChart } from './kro-chart.ts';

interface VendoredSources {
  readonly modules: readonly { readonly module: string; readonly version: string }[];
  readonly ack: Readonly<Record<string, { readonly tag: string }>>;
}

const withoutV = (version: string) => version.replace(/^v/, '');

/** The repositories `kro` and `ack`, at exactly the versions whose CRDs this repository vendors. */
export function publishControllerCharts(charts: ChartServer, repositoryRoot: string, engines: string): void {
  const schemas = join(repositoryRoot, 'schemas/kubernetes');
  const sources = JSON.parse(readFileSync(join(schemas, 'sources.json'), 'utf8')) as VendoredSources;
  const kro = sources.modules.find(({ module }) => module === 'github.com/kubernetes-sigs/kro');
  if (!kro) throw new Error('sources.json names no version of kro');
  charts.add('kro', kroChart(join(engines, 'charts/kro'), withoutV(kro.version)));
  for (const [service, { tag }] of Object.entries(sources.ack)) {
    charts.add('ack', ackChart(service, withoutV(tag), join(schemas, 'crds')));
  }
}
