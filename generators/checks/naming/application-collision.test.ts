import { describe, expect, test } from 'vitest';
import { type Files, repository } from '../../testing/repository.ts';
import { exampleSpoke, exampleTeam } from '../example-files.ts';

async function messages(files: Files): Promise<readonly string[]> {
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

const spoke = (subnet: number, team: string, ...applications: readonly string[]) =>
  exampleSpoke(
    `network: {cidr: 10.${subnet}.0.0/18}`,
    `teams: [${team}]`,
    'applications:',
    ...applications.map(
      (name) => `  ${name}: {team: ${team}, namespace: ${team}, base: web-service, set: {namePrefix: ${name}-}}`,
    ),
  );

const clash = (what: string, name: string) =>
  `naming/application-collision: The ${what} would have the name "${name}", which is taken.`;

describe('names of Applications and projects on a hub', () => {
  test('an application may not have the name of what every spoke has', async () => {
    expect(await messages({ 'config/spokes/green.yaml': spoke(1, 'checkout', 'infrastructure') })).toEqual([
      clash('Application of application "infrastructure" of "green"', 'green-infrastructure'),
    ]);
  });

  test('the parent of a spoke may be in the way of an application of another spoke', async () => {
    expect(await messages({ 'config/spokes/spoke.yaml': spoke(1, 'checkout', 'blue', 'green') })).toEqual([
      clash('Application of application "blue" of "spoke"', 'spoke-blue'),
    ]);
  });

  test('what the platform has on the hub may be in the way', async () => {
    const files = { 'config/spokes/account.yaml': spoke(1, 'checkout', 'main', 'other') };
    expect(await messages(files)).toEqual([clash('Application of application "main" of "account"', 'account-main')]);
  });

  test('projects clash as Applications do', async () => {
    const files = {
      'config/teams/shop-addons.yaml': exampleTeam('namespaces: {shop-addons: {}}'),
      'config/spokes/eu.yaml': spoke(1, 'shop-addons', 'web'),
      'config/spokes/eu-shop.yaml': spoke(2, 'checkout', 'web'),
    };
    expect(await messages(files)).toEqual([clash('AppProject of the add-ons of "eu-shop"', 'eu-shop-addons')]);
  });

  test('spokes of one beginning are fine as long as nothing meets', async () => {
    const files = {
      'config/spokes/eu.yaml': spoke(1, 'checkout', 'shop', 'shop-api'),
      'config/spokes/eu-shop.yaml': spoke(2, 'checkout', 'web', 'shop'),
      'config/spokes/eu-shop-2.yaml': spoke(3, 'checkout', 'web'),
    };
    expect(await messages(files)).toEqual([]);
  });
});
