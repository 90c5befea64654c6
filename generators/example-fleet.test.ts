import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import argocd from './delivery/argocd/index.ts';
import { realDisk } from './disk/real-disk.ts';
import { compareOutput } from './emit/compare-output.ts';
import { buildKustomization } from './kube/kustomization.ts';
import { deliveredHubs } from './testing/delivered/delivered-hubs.ts';
import { deliveryRules } from './testing/delivered/delivery-rules.ts';
import { kustomizedFolders, objectsIn } from './testing/delivered/objects-in.ts';
import { compileExampleFleet, filesOf, repositoryRoot } from './testing/example-fleet.ts';
import { temporaryRoot, writeTexts } from './testing/output-folder.ts';
import { canonicalJson } from './util/canonical-json.ts';
import { byCodePoint } from './util/code-point-order.ts';

const outputs = await compileExampleFleet();
const files = filesOf(outputs);
const hubs = deliveredHubs(files);
const hubNames = hubs.map(({ name }) => name);

test('out/ is what config/ says, records included', () => {
  const { changes, problems } = compareOutput(realDisk(), repositoryRoot, outputs);
  expect({ changes: changes.map(({ kind, path }) => `${kind} ${path}`), problems }).toEqual({
    changes: [],
    problems: [],
  });
});

describe('what Argo CD is given', () => {
  test('is everything: each object that is written is synced by somebody, or is a root', () => {
    const synced = hubs.flatMap(({ units }) =>
      units.flatMap(({ objects }) => objects().map(({ object }) => canonicalJson(object))),
    );
    const known = new Set(synced);
    // Hubs take what they need of the library, which is there as a whole.
    const taken = hubNames.map((hub) => files.get(`out/hubs/${hub}/library/kustomization.yaml`)).join('\n');
    const isTaken = (path: string) => taken.includes(`/${dirname(path).slice('out/'.length)}\n`);
    // Kustomize changes what overlays list, and their kustomizations are no objects.
    const written = [...files].filter(
      ([path]) =>
        path.endsWith('.yaml') &&
        !/^out\/shared\/(bases|components)\//.test(path) &&
        (!path.startsWith('out/shared/kro-rgds/') || isTaken(path)),
    );
    const lost = written.flatMap(([path, text]) =>
      objectsIn(text)
        .filter(({ kind }) => kind !== 'Kustomization')
        .filter((object) => !known.has(canonicalJson(object)))
        .map(({ kind, metadata }) => `${path}: ${kind} ${metadata.name}`),
    );
    expect(lost).toEqual(hubNames.map((hub) => `out/hubs/${hub}/bootstrap/hub-bootstrap.yaml: Application ${hub}`));
  });

  test('bears the name of the spoke on its hub, wherever it is of one', () => {
    const nameless = outputs.flatMap(({ owner, files: own }) => {
      const paths = new Set<string>(owner.kind === 'spoke' ? own.map(({ path }) => path) : []);
      const onHub = hubs.flatMap(({ units }) => units.filter(({ cluster }) => cluster === 'hub'));
      const objects = onHub.flatMap((unit) => unit.objects().filter(({ file }) => paths.has(file)));
      return objects.filter(
        ({ object: { metadata } }) => !`${metadata.namespace} ${metadata.name}`.includes(owner.name),
      );
    });
    expect(nameless).toEqual([]);
  });

  test.each(Object.entries(deliveryRules))('%s', (_, rule) => {
    expect(hubs.flatMap(rule)).toEqual([]);
  });
});

describe('the fleet ApplicationSet', () => {
  const parentsOf = (name: string) =>
    argocd
      .deliver(files)
      .filter(({ hub, template }) => hub === name && template !== undefined)
      .map(({ object }) => object);

  test('makes one parent for each spoke of its hub', () => {
    const names = hubNames.map((hub) => [hub, parentsOf(hub).map(({ metadata }) => metadata.name)]);
    expect(Object.fromEntries(names)).toEqual({
      'hub-east': ['spoke-analytics-prod'],
      'hub-west': ['spoke-payments-load', 'spoke-payments-prod', 'spoke-payments-staging', 'spoke-storefront-eu'],
    });
  });

  test('makes this parent of a spoke', () => {
    expect(parentsOf('hub-east')).toEqual([
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: {
          name: 'spoke-analytics-prod',
          namespace: 'argocd',
          labels: {
            'wheelwright.dev/spoke': 'analytics-prod',
            'wheelwright.dev/environment': 'production',
            'wheelwright.dev/account': 'analytics',
            'wheelwright.dev/region': 'us-east-1',
          },
          finalizers: ['resources-finalizer.argocd.argoproj.io'],
        },
        spec: {
          project: 'parents',
          source: {
            repoURL: 'https://github.com/acme/platform',
            targetRevision: 'refs/heads/main',
            path: 'out/hubs/hub-east/spokes/analytics-prod/argocd',
          },
          destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ['ServerSideApply=true', 'FailOnSharedResource=true'],
            retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
          },
        },
      },
    ]);
  });
});

describe('out/ stands alone', () => {
  test('no file of a hub names another hub', () => {
    const offences = [...files].flatMap(([path, text]) => {
      const others = hubNames.filter((hub) => path.startsWith('out/hubs/') && !path.startsWith(`out/hubs/${hub}/`));
      return others.filter((hub) => text.includes(hub)).map((hub) => `${path} names ${hub}`);
    });
    expect(offences).toEqual([]);
  });

  test('a path into out/ leads to something', () => {
    const paths = [...files.keys()];
    const dangling = [...files].flatMap(([path, text]) =>
      [...text.matchAll(/\bout\/[\w./-]*\w/g)]
        .filter(([target]) => !paths.some((one) => one === target || one.startsWith(`${target}/`)))
        .map(([target]) => `${path}: ${target}`),
    );
    expect(dangling).toEqual([]);
  });

  test('a kustomization lists what is in its own folder or shared, never the fleet', () => {
    const lists = [...files].filter(([path]) => path.endsWith('/kustomization.yaml'));
    const offences = lists.flatMap(([path, text]) => {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const { resources = [], components = [] } = objectsIn(text)[0] as { resources?: string[]; components?: string[] };
      return [...resources, ...components]
        .map((entry) => [entry, join(folder, entry)] as const)
        .filter(([, target]) => {
          const isNear = target.startsWith(`${folder}/`) || target.startsWith('out/shared/');
          return !isNear || !(files.has(target) || files.has(`${target}/kustomization.yaml`));
        })
        .map(([entry]) => `${path}: ${entry}`);
    });
    expect(lists.length).toBeGreaterThan(0);
    expect(offences).toEqual([]);
  });

  test('nothing else points upwards', () => {
    const upwards = [...files].filter(([path, text]) => !path.endsWith('/kustomization.yaml') && text.includes('../'));
    expect(upwards.map(([path]) => path)).toEqual([]);
  });
});

// The machine of a newcomer may have no kubectl; where there is one, it has the last word.
const noKubectl = process.env['CI'] === undefined && spawnSync('kubectl', ['kustomize', '--help']).status !== 0;
describe.skipIf(noKubectl)('kubectl kustomize', () => {
  test.each(kustomizedFolders(files))('makes of %s what the compiler says', (folder) => {
    const root = temporaryRoot(onTestFinished);
    writeTexts(root, Object.fromEntries(files));
    const ours = buildKustomization((path) => files.get(path), folder);
    const theirs = execFileSync('kubectl', ['kustomize', join(root, folder)], { encoding: 'utf8' });
    const asSet = (objects: readonly unknown[]) => objects.map(canonicalJson).sort(byCodePoint);
    expect(ours.problems).toEqual([]);
    expect(asSet(ours.objects)).toEqual(asSet(parseAllDocuments(theirs).map((document) => document.toJS() as unknown)));
  });
});
