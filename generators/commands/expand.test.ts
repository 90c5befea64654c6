import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';

const [spoke = ''] = Object.keys(smallRepository).flatMap(
  (path) => /^config\/spokes\/(.+)\.yaml$/.exec(path)?.[1] ?? [],
);

function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...more });
  return runCli(['expand', ...args, '--root', root]);
}

describe('wheelwright expand', () => {
  test('shows the Applications, what they sync, and what kro makes of it, down to the cloud', async () => {
    const { exit, out, err } = await run([spoke]);
    expect([exit, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe(`Application argocd/spoke-${spoke}`);
    expect(lines).toContain(`  wave 3: Application argocd/${spoke}-infrastructure`);
    expect(lines).toContain(`    EKSCluster spoke-${spoke}/${spoke}`);
    expect(lines).toContain(`        VPC spoke-${spoke}/${spoke}`);
    expect(lines).toContain(`      Cluster spoke-${spoke}/${spoke}`);
    expect(out).toMatch(/\n\n\d+ objects\n$/);
  });

  test('lists the cloud resources alone, with their number', async () => {
    const { out } = await run([spoke, '--cloud']);
    const rows = out.split('\n\n')[0]?.split('\n').slice(1) ?? [];
    expect(rows.every((row) => !/^(Application|EKSCluster|VPCNetwork|ConfigMap|Secret) /.test(row))).toBe(true);
    expect(out).toContain(`\n\n${rows.length} cloud resources: `);
    expect(out).toContain('1 Cluster');
  });

  test('prints the objects as YAML, with what only the cloud knows as where it comes from', async () => {
    const { out } = await run([spoke, '--format', 'yaml']);
    const objects = parseAllDocuments(out).map((document) => document.toJS());
    expect(objects.length).toBeGreaterThan(20);
    const cluster = objects.find(({ kind }) => kind === 'Cluster');
    expect(cluster.spec.encryptionConfig[0].provider.keyARN).toBe('‹key.status.ackResourceMetadata.arn›');
    expect(out).toContain(`# made by kro, resource cluster, of what ${spoke}-infrastructure syncs, on the hub\n`);
  });

  test('prints the tree as JSON, or a list of cloud resources', async () => {
    const tree = JSON.parse((await run([spoke, '--format', 'json'])).out);
    expect(tree.object.kind).toBe('Application');
    expect(tree.children.length).toBeGreaterThan(1);
    const list = JSON.parse((await run([spoke, '--format', 'json', '--cloud'])).out);
    expect(list.every(({ object }: { object: { apiVersion: string } }) => object.apiVersion.includes('k8s.aws'))).toBe(
      true,
    );
  });

  test('names the nearest spoke, and refuses other formats', async () => {
    const { exit, err } = await run([`${spoke}x`]);
    expect(exit).toBe(2);
    expect(err).toContain(`Did you mean "${spoke}"?`);
    expect((await run([spoke, '--format', 'xml'])).err).toContain('Known: pretty, yaml, json.');
  });

  test('reports what is wrong with the fleet instead', async () => {
    const { exit, out } = await run([spoke], { [`config/spokes/${spoke}.yaml`]: 'nonsense: true\n' });
    expect(exit).toBe(1);
    expect(out).toContain('error[');
  });
});
