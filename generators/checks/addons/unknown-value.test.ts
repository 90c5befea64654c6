import { expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';

async function told(values: string, { version = '3.13.1', own = '' } = {}) {
  const files = {
    'config/environments/production.yaml': `addons: {metricsServer: {values: ${values}}}\nversions: {addons: {metricsServer: ${version}}}\n`,
    'config/spokes/green.yaml': `environment: production\naccount: main\nregion: eu-west-1\nnetwork: {cidr: 10.1.0.0/18}\n${own}`,
  };
  const { diagnostics } = await repository(files).compile();
  return diagnostics
    .filter(({ at }) => at?.of?.name !== 'blue')
    .map(({ code, at }) => `${code} ${at?.span?.source.text.slice(at.span.start, at.span.end)}`);
}

test('a key of the top and one below are told at their lines', async () => {
  const values = '{replica: 3, metrics: {enable: true}}';
  expect(await told(values)).toEqual(['addons/unknown-value replica', 'addons/unknown-value enable']);
});

test('what the chart hands on as a whole takes any key, as does what is global', async () => {
  expect(await told('{podLabels: {team: a}, resources: {limits: {any: 1}}, global: {any: 1}}')).toEqual([]);
});

test('of another version of the chart nothing is known', async () => {
  expect(await told('{replica: 3}', { version: '3.12.0' })).toEqual([]);
});

test('what the file of a spoke may not set anyway is told once', async () => {
  const own = 'addons: {metricsServer: {values: {replica: 3}}}\n';
  expect(await told('{}', { own })).toEqual(['addons/closed-values 3']);
});
