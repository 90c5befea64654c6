import { expect, test } from 'vitest';
import type { Fleet } from '../../model/fleet.ts';
import { hubProjects } from './hub-projects.ts';

const fleet = { config: { repository: { url: 'https://github.com/acme/platform' } } } as Fleet;
const rights = (name: string) => ({
  name,
  description: name,
  repositories: [],
  destinations: [],
  clusterKinds: [],
  namespacedKinds: [],
});

test('the set of all parents, and the parents, have rights beside what the platform gives', () => {
  const projects = hubProjects(fleet, [rights('controllers'), rights('platform')]);
  expect(projects[0]).toEqual(rights('controllers'));
  expect(
    projects.slice(1).map(({ name, namespacedKinds = [] }) => [name, namespacedKinds.map(({ kind }) => kind)]),
  ).toEqual([
    ['platform', ['ApplicationSet']],
    ['parents', ['Application', 'AppProject']],
  ]);
  const namespaces = projects.slice(1).flatMap(({ destinations }) => destinations.map(({ namespace }) => namespace));
  expect(namespaces).toEqual(['argocd', 'argocd']);
});
