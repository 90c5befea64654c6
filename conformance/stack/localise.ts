import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Chart } from './charts/chart.ts';
import { plainChart } from './charts/plain-chart.ts';
import { type KubeObject, valueAt } from './kube-objects.ts';
import type { Stack } from './stack.ts';

interface Source {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly chart?: string;
  readonly path?: string;
  readonly helm?: { readonly valuesObject?: Readonly<Record<string, unknown>> };
}

/** Charts that the stack serves as they are published, by their repositories. */
const ownCharts: Readonly<Record<string, string>> = { kro: 'kro' };
const ownRepositoryOf = (chart: string) => ownCharts[chart] ?? (chart.endsWith('-chart') ? 'ack' : undefined);

/** `platform` of https://git.example.com/platform.git. */
const lastPart = (url: string) => new URL(url).pathname.slice(1).replace(/\.git$/, '');

const slug = (url: string) =>
  url
    .replace(/^\w+:\/\//, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const yamlFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

export function objectsIn(text: string): readonly KubeObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as KubeObject | null;
    return object?.kind === undefined ? [] : [object];
  });
}

function sourceOf(object: KubeObject): Source | undefined {
  const path = object.kind === 'ApplicationSet' ? 'spec.template.spec.source' : 'spec.source';
  return object.kind.startsWith('Application') ? (valueAt(object, path) as Source | undefined) : undefined;
}

function standIn({ chart = '', targetRevision, helm }: Source): Chart {
  return plainChart({ name: chart, version: targetRevision, values: Object.keys(helm?.valuesObject ?? {}) });
}

/** Where a chart is to be had here; what is not one of the controllers' gets a stand-in. */
function plantChart(stack: Stack, source: Source): string {
  const { repoURL, chart = '' } = source;
  const own = ownRepositoryOf(chart);
  const name = own ?? slug(repoURL);
  if (own === undefined) stack.charts.add(name, standIn(source));
  return stack.charts.url(name);
}

/** A repository of somebody else, at the revision that is asked for: one object below the path. */
function plantRepository(stack: Stack, { repoURL, targetRevision, path = '.' }: Source): string {
  const repository = stack.git(slug(repoURL));
  const settings = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    // Two of them may be delivered into one namespace.
    metadata: { name: slug(`${lastPart(repoURL)}/${path}`).toLowerCase() },
    data: { from: repoURL },
  };
  repository.write(`${path}/settings.yaml`, JSON.stringify(settings));
  repository.commit(`stands in for ${repoURL}`);
  repository.point(targetRevision);
  return repository.url;
}

/**
 * Publishes `out/` of a repository in the stack, with the addresses of Git and chart repositories replaced by local ones: the
 * platform's own repository and the controllers' charts are what they are, all other sources are small stand-ins.
 */
export function publishLocally(stack: Stack, root: string, platform: string): readonly KubeObject[] {
  const repository = stack.git('platform');
  const folder = join(repository.folder, 'out');
  rmSync(folder, { recursive: true, force: true }); // What the config no longer says must go.
  cpSync(join(root, 'out'), folder, { recursive: true });
  const texts = new Map(yamlFiles(folder).map((file) => [file, readFileSync(file, 'utf8')]));
  const local = new Map([[platform, repository.url]]);
  for (const object of [...texts.values()].flatMap(objectsIn)) {
    const source = sourceOf(object);
    if (!source || source.repoURL === platform) continue;
    const plant = source.chart === undefined ? plantRepository : plantChart;
    local.set(source.repoURL, plant(stack, source));
  }
  // The longest first: one address may begin like another.
  const addresses = [...local].sort(([a], [b]) => b.length - a.length);
  for (const [file, text] of texts) {
    const changed = addresses.reduce((all, [from, to]) => all.replaceAll(from, to), text);
    if (changed !== text) writeFileSync(file, changed);
  }
  repository.commit('the fleet, with local addresses');
  return [...yamlFiles(folder)].flatMap((file) => objectsIn(readFileSync(file, 'utf8')));
}
