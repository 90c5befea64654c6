import { describe, expect, test } from 'vitest';
import { exampleSpoke } from '../../diagnostics/example-files.ts';
import { causes, committed, printed } from '../../testing/committed.ts';
import { git } from '../../testing/git.ts';
import { writeTexts } from '../../testing/output-folder.ts';
import { smallRepository } from '../../testing/small-repository.ts';

type Texts = Readonly<Record<string, string>>;

const blue = 'config/spokes/blue.yaml';
const green = 'config/spokes/green.yaml';
const own = 'network: {cidr: 10.0.0.0/18}';

describe('what follows from a refused change is not told', () => {
  test('of a spoke that vanished', async () => {
    const root = await committed({ [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') });
    git(root, 'rm', '-q', green);
    expect(causes(await printed(root, 'check'))).toEqual(['lifecycle/vanished']);
  });

  test('of a changed region: neither stale files nor the zones of its nodes', async () => {
    const account = 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n';
    const root = await committed({ 'config/accounts/main.yaml': account });
    writeTexts(root, { [blue]: exampleSpoke(own).replace('eu-west-1', 'eu-central-1') });
    expect(causes(await printed(root, 'check'))).toEqual(['lifecycle/changed-region']);
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    expect(causes(await printed(root, 'check'))).toEqual(['out/stale-file']);
  });
});

describe('a step of Kubernetes is told where it was made', () => {
  const staging = 'config/environments/staging.yaml';
  const layers: Texts = {
    [staging]: 'versions: {kubernetes: "1.36", eks: {addons: {kube-proxy: v1.36.0-eksbuild.1}}}\n',
    [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}').replace('production', 'staging'),
  };

  test('a spoke that moves to an environment that is behind: the repair pins the spoke alone', async () => {
    const root = await committed(layers);
    writeTexts(root, { [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') });
    const report = await printed(root, 'check');
    expect(causes(report)).toEqual(['lifecycle/kubernetes-step', 'lifecycle/older-addon']);
    expect(report).toContain('--> config/spokes/green.yaml:1:14');
    expect(report).toContain('help: Add `kube-proxy: v1.36.0-eksbuild.1` to `versions.eks.addons` in');
    expect(report).toContain('help: Add `kubernetes: "1.36"` to `versions` in config/spokes/green.yaml.');
    writeTexts(root, {
      [green]: exampleSpoke(
        'network: {cidr: 10.1.0.0/18}',
        'versions:',
        '  kubernetes: "1.36"',
        '  eks: {addons: {kube-proxy: v1.36.0-eksbuild.1}}',
      ),
    });
    expect(await printed(root, 'build')).not.toContain('error');
  });

  test('a layer that goes down for all: the repair is its line', async () => {
    const root = await committed(layers);
    writeTexts(root, { [staging]: 'versions: {kubernetes: "1.35"}\n' });
    const report = await printed(root, 'check');
    expect(report).toContain('--> config/environments/staging.yaml:1:24');
    expect(report).toContain('help: Write "1.36".');
  });
});

describe('what exists is not told to change', () => {
  const east = 'config/hubs/east.yaml';
  const other = 'config/accounts/other.yaml';
  const more: Texts = {
    [east]: (smallRepository['config/hubs/hub.yaml'] ?? '')
      .replace('cluster: hub', 'cluster: east')
      .replace('10.0.0.0/8', '172.16.0.0/12'),
    'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1]\nhub: hub\n',
    [other]: 'id: "333333333333"\nregions: [eu-west-1]\nhub: east\n',
  };

  test('a hub that is deleted is restored; one that never was is another name', async () => {
    const root = await committed(more);
    git(root, 'rm', '-q', east);
    const deleted = await printed(root, 'check');
    expect(deleted).toContain('"east" is no hub any more, but out/ has a record of it: it exists.');
    expect(deleted).toContain('help: Restore config/hubs/east.yaml.');
    writeTexts(root, { [other]: 'id: "333333333333"\nregions: [eu-west-1]\nhub: hubb\n' });
    expect(await printed(root, 'check')).toContain('Did you mean "hub"?');
  });

  test('an overlap is told of the spoke that is new', async () => {
    const root = await committed();
    // Larger, so that by address alone the one that exists would be told of.
    writeTexts(root, { [green]: exampleSpoke('network: {cidr: 10.0.0.0/17}') });
    const report = await printed(root, 'check');
    expect(report).toContain('10.0.0.0/17 of spoke "green" overlaps 10.0.0.0/18 of spoke "blue".');
    expect(report).toMatch(/help: Give "green" another range; [\d./]+ is free\./);
  });

  test('a node group that exists keeps its architecture', async () => {
    const root = await committed();
    writeTexts(root, { [blue]: exampleSpoke(own, 'nodeGroups: {default: {instanceTypes: [m7g.large]}}') });
    expect(await printed(root, 'check')).toContain('help: Set back what changed, as a group that exists keeps both');
    writeTexts(root, {
      [blue]: exampleSpoke(own),
      [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', 'nodeGroups: {default: {instanceTypes: [m7g.large]}}'),
    });
    expect(await printed(root, 'check')).toContain('help: Choose an x86 instance type, or an AMI for ARM.');
  });
});
