import { describe, expect, test } from 'vitest';
import {
  accountApplication,
  addonApplication,
  addonsProject,
  infrastructureApplication,
  networkApplication,
  parentApplication,
  repositoryApplication,
  teamApplication,
  teamProject,
  teamsApplication,
} from './names.ts';

/** The longest names that the schemas allow. */
const name = 'n'.repeat(20);
const application = 'a'.repeat(32);

describe('derived names', () => {
  test('the longest ones can be names of Helm releases, which have at most 53 characters', () => {
    const longest = [
      accountApplication(name),
      networkApplication(name),
      parentApplication(name),
      infrastructureApplication(name),
      teamApplication(name, name),
      repositoryApplication(name, name),
      teamsApplication(name, application),
      addonsProject(name),
      teamProject(name, name),
    ];
    expect(longest.filter((derived) => derived.length > 53)).toEqual([]);
  });

  test('an add-on with a name of several words is written with dashes', () => {
    expect(addonApplication('blue', 'metricsServer')).toBe('blue-metrics-server');
  });
});
