import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { listen } from '../listen.ts';
import type { Chart } from './chart.ts';
import { tarGzip } from './tar.ts';

export interface ChartServer {
  /** The address of a repository, as `mirrors` of a fleet needs it; the empty name is the one that has all charts. */
  url(repository: string): string;
  /** Publishes a version of a chart in a repository; the same version again replaces it. */
  add(repository: string, chart: Chart): void;
  close(): void;
}

interface Published {
  readonly chart: Chart;
  readonly archive: Buffer;
}

const archiveName = ({ name, version }: Chart) => `${name}-${version}.tgz`;

function indexOf(published: Iterable<Published>): string {
  const entries: Record<string, unknown[]> = {};
  for (const { chart, archive } of published) {
    entries[chart.name] ??= [];
    entries[chart.name]?.push({
      apiVersion: 'v2',
      name: chart.name,
      version: chart.version,
      urls: [archiveName(chart)],
      digest: createHash('sha256').update(archive).digest('hex'),
    });
  }
  return JSON.stringify({ apiVersion: 'v1', entries });
}

/** Serves Helm repositories: `/<repository>/index.yaml` and the archives beside it; the root has the charts of all of them. */
export async function startChartServer(port: number): Promise<ChartServer> {
  const repositories = new Map<string, Map<string, Published>>();
  const chartsOf = (repository: string) =>
    repository === ''
      ? new Map([...repositories.values()].flatMap((charts) => [...charts]))
      : repositories.get(repository);
  const server = createServer((request, response) => {
    const [file = '', repository = ''] = new URL(request.url ?? '/', 'http://charts').pathname
      .slice(1)
      .split('/')
      .reverse();
    const charts = chartsOf(repository);
    const content = file === 'index.yaml' && charts ? indexOf(charts.values()) : charts?.get(file)?.archive;
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  const url = await listen(server, port);
  return {
    url: (repository) => (repository === '' ? url : `${url}/${repository}`),
    add(repository, chart) {
      const charts = repositories.get(repository) ?? new Map<string, Published>();
      repositories.set(repository, charts);
      const named = new Map([...chart.files].map(([path, content]) => [`${chart.name}/${path}`, content]));
      charts.set(archiveName(chart), { chart, archive: tarGzip(named) });
    },
    close: () => server.close(),
  };
}
