import { describe, expect, test } from 'vitest';
import { filesOf } from '../testing/example-fleet.ts';
import { repository } from '../testing/repository.ts';

const spoke = (cidr: string, ...lines: readonly string[]) =>
  ['environment: production', 'account: main', 'region: eu-west-1', `network: {cidr: ${cidr}}`, ...lines].join('\n');
const application =
  'applications: {shop: {team: checkout, namespace: checkout, base: web-service, set: {image: "example.com/shop:1"}}}';

const plain = repository({
  'config/spokes/blue.yaml': spoke('10.0.0.0/18', 'teams: [checkout]', application),
  'config/spokes/red.yaml': spoke('10.1.0.0/18', 'teams: [checkout]', application),
});

/** The files that patches of spoke `blue` change, by the lines that they take and bring. */
async function changes(...patches: readonly string[]) {
  const patched = plain.with({
    'config/spokes/blue.yaml': spoke(
      '10.0.0.0/18',
      'teams: [checkout]',
      application,
      'patches:',
      ...patches.map((patch) => `  - ${patch}`),
    ),
  });
  const [before, after] = await Promise.all([plain.compile(), patched.compile()]);
  expect(after.diagnostics).toEqual([]);
  const old = filesOf(before.outputs ?? []);
  return [...filesOf(after.outputs ?? [])].flatMap(([path, text]) => {
    const was = (old.get(path) ?? '').split('\n');
    const is = text.split('\n');
    const lines = [
      ...was.filter((line) => !is.includes(line)).map((line) => `- ${line.trim()}`),
      ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line.trim()}`),
    ];
    return text === old.get(path) ? [] : [[path.replace('out/hubs/hub/spokes/', ''), ...lines]];
  });
}

describe('a patch', () => {
  test('changes the object of its spoke alone, even where spokes share it', async () => {
    const target = '{kind: ResourceQuota, name: quota}';
    expect(await changes(`{target: ${target}, patch: [{op: replace, path: /spec/hard/pods, value: "7"}]}`)).toEqual([
      ['blue/teams/checkout/team.yaml', '- pods: "20"', '+ pods: "7"'],
    ]);
  });

  test('changes the Application that delivers, too', async () => {
    const target = '{kind: Application, name: blue-shop}';
    const patch = '[{op: add, path: /spec/source/kustomize, value: {commonAnnotations: {note: x}}}]';
    expect(await changes(`{target: ${target}, patch: ${patch}}`)).toEqual([
      ['blue/argocd/applications.yaml', '+ kustomize:', '+ commonAnnotations:', '+ note: x'],
    ]);
  });

  test('sees what those before it did', async () => {
    const target = '{kind: EKSCluster, name: blue}';
    expect(
      await changes(
        `{target: ${target}, patch: [{op: add, path: /spec/tags/first, value: a}]}`,
        `{target: ${target}, patch: [{op: replace, path: /spec/tags/first, value: b}]}`,
      ),
    ).toEqual([['blue/infrastructure/cluster.yaml', '+ first: b']]);
  });
});
