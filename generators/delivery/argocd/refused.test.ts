import { expect, test } from 'vitest';
import { exampleApplication, exampleTeam } from '../../diagnostics/example-files.ts';
import { repository } from '../../testing/repository.ts';

const production = 'config/environments/production.yaml';
const application = exampleApplication('{team: checkout, namespace: checkout, base: web-service}');

async function told(patch: string, name = 'green-checkout') {
  const { diagnostics, outputs } = await repository({
    'config/spokes/green.yaml': application,
    'config/teams/checkout.yaml': exampleTeam('namespaces: {checkout: {}}'),
    [production]: `patches: [{target: {kind: AppProject, name: ${name}}, patch: [${patch}]}]\n`,
  }).compile();
  const isSound = outputs !== undefined;
  return { isSound, found: diagnostics.map(({ code, message, at }) => `${code} ${at?.span?.source.path} ${message}`) };
}

test('a patch that adds nothing in the way takes nothing away', async () => {
  expect(await told('{op: add, path: /spec/description, value: ours}')).toEqual({ isSound: true, found: [] });
  expect(await told('{op: add, path: /spec/namespaceResourceWhitelist, value: [{group: "*", kind: "*"}]}')).toEqual({
    isSound: true,
    found: [],
  });
});

test('a list of permitted kinds permits nothing else', async () => {
  const { isSound, found } = await told(
    '{op: add, path: /spec/namespaceResourceWhitelist, value: [{group: apps, kind: StatefulSet}]}',
  );
  expect([isSound, found]).toEqual([
    false,
    [
      `delivery/not-permitted ${production} Application "green-shop" delivers Deployment "web", which AppProject "green-checkout" does not permit.`,
    ],
  ]);
});

test('of a pattern that is more than stars nothing is said', async () => {
  expect(
    await told('{op: add, path: /spec/namespaceResourceWhitelist, value: [{group: "?", kind: "[A-S]*"}]}'),
  ).toEqual({
    isSound: true,
    found: [],
  });
});

test('the namespaces of teams are delivered under the rights of add-ons', async () => {
  const { found } = await told(
    '{op: add, path: /spec/clusterResourceBlacklist, value: [{group: "", kind: Namespace}]}',
    'green-addons',
  );
  expect(found).toEqual([
    `delivery/not-permitted ${production} Application "green-team-checkout" delivers Namespace "checkout", which AppProject "green-addons" does not permit.`,
  ]);
});
