import { describe, expect, test } from 'vitest';
import {
  accountApplication,
  addonApplication,
  addonManifestsApplication,
  addonsProject,
  infrastructureApplication,
  manifestsApplication,
  networkApplication,
  parentApplication,
  repositoryApplication,
  teamApplication,
  teamProject,
  teamsApplication,
} from './names.ts';

/** The longest names that the schemas allow. */
const name = 'n'.repeat(40);
const application = 'a'.repeat(40);

describe('derived names', () => {
  test('the longest ones can be values of labels, which have at most 63 characters', () => {
    const longest = [
      accountApplication(name),
      networkApplication(name),
      parentApplication(name),
      infrastructureApplication(name),
      addonApplication(name, 'awsLoadBalancerController'),
      addonManifestsApplication(name, 'awsLoadBalancerController'),
      manifestsApplication(name),
      teamApplication(name, name),
      repositoryApplication(name, name),
      teamsApplication(name, application),
      addonsProject(name),
      teamProject(name, name),
    ];
    expect(longest.filter((derived) => derived.length > 63)).toEqual([]);
    expect(new Set(longest).size).toBe(longest.length);
  });

  test('those that always fitted are never cut', () => {
    const short = name.slice(20);
    expect(repositoryApplication(short, short)).toBe(`${short}-repository-${short}`);
    expect(teamsApplication(short, 'a'.repeat(32))).toBe(`${short}-${'a'.repeat(32)}`);
  });

  test('an add-on with a name of several words is written with dashes', () => {
    expect(addonApplication('blue', 'metricsServer')).toBe('blue-metrics-server');
  });
});
