import { describe, expect, test } from 'vitest';
import type { ApplicationSet } from '../../../schemas/types/argoproj.io/ApplicationSet.ts';
import { generateApplications } from './generate-applications.ts';

function setOf(name: string, path = 'fleet/*.json'): ApplicationSet {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'fleet', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ git: { repoURL: 'https://example.com/x', revision: 'main', files: [{ path }] } }],
      template: {
        metadata: { name, labels: { region: '{{ .where.region }}' } },
        spec: { project: 'parents', destination: { namespace: 'argocd' } },
      },
    },
  };
}

const parameters = (name: string) => JSON.stringify({ name, where: { region: 'us-west-2' }, count: 3 });

describe('generateApplications', () => {
  test('makes one Application for each parameter file, in the order of their paths', () => {
    const files = new Map([
      ['fleet/b.json', parameters('b')],
      ['fleet/a.json', parameters('a')],
      ['other/c.json', parameters('c')],
    ]);
    const { applications, problems } = generateApplications(setOf('spoke-{{ .name }}-{{.count}}'), files);
    expect(problems).toEqual([]);
    expect(applications.map(({ metadata }) => metadata)).toEqual([
      { name: 'spoke-a-3', namespace: 'argocd', labels: { region: 'us-west-2' } },
      { name: 'spoke-b-3', namespace: 'argocd', labels: { region: 'us-west-2' } },
    ]);
  });

  test('reads a list of parameters in one file, and goes over slashes as git does', () => {
    const files = new Map([['fleet/west/all.json', `[${parameters('a')}, ${parameters('b')}]`]]);
    const { applications } = generateApplications(setOf('{{ .name }}'), files);
    expect(applications.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
  });

  test.each([
    ['a field that is not there', '{{ .nobody }}', parameters('a'), 'fleet/a.json: {{ .nobody }} has no value'],
    ['a function of templates', '{{ .name | lower }}', parameters('a'), 'fleet/a.json: {{ .name | lower }} has no'],
    ['what is no JSON', '{{ .name }}', '{', 'fleet/a.json: '],
    ['a parameter file without an object', '{{ .name }}', '[1]', 'fleet/a.json: parameters are an object'],
  ])('makes nothing at all of %s', (_, name, text, problem) => {
    const generated = generateApplications(setOf(name), new Map([['fleet/a.json', text]]));
    expect(generated.applications).toEqual([]);
    expect(generated.problems.join('\n')).toContain(problem);
  });

  test('refuses two Applications of one name', () => {
    const files = new Map([
      ['fleet/a.json', parameters('a')],
      ['fleet/b.json', parameters('b')],
    ]);
    expect(generateApplications(setOf('same'), files)).toMatchObject({
      applications: [],
      problems: ['more than one Application is called same'],
    });
  });

  test('says which generators it does not know', () => {
    const set = setOf('x');
    const other = { ...set, spec: { ...set.spec, generators: [{ clusters: {} }] } };
    expect(generateApplications(other, new Map()).problems).toEqual([
      'only the git generator of files is understood, not clusters',
    ]);
  });
});
