import { expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';

const application = (fields: string) => `environment: production
account: main
region: eu-west-1
network: {cidr: 10.1.0.0/18}
teams: [checkout]
applications: {shop: {team: checkout, namespace: checkout, ${fields}}}
`;
const source = (repo: string, path = 'deploy', revision = 'v1') =>
  application(`source: {repo: "${repo}", path: "${path}", revision: "${revision}"}`);
const tags = (text: string) => `environment: production
account: main
region: eu-west-1
network: {cidr: 10.1.0.0/18}
tags: ${text}
`;

// What attackers wrote, and the words for it.
test.each([
  [
    'credentials',
    source('https://bob:secret@github.com/acme/x'),
    'Take out what stands before "@": credentials belong in a Secret of Argo CD.',
  ],
  ['an option', source('ssh://-oProxyCommand-x/y'), 'No part of it may begin with a dash.'],
  ['a link-local address', source('https://169.254.169.254/x'), 'Name a host that others can reach.'],
  [
    'a way up in a reference',
    source('https://github.com/acme/x', 'deploy', 'refs/heads/../../x'),
    'Write it without "." and ".." as parts of a path.',
  ],
  [
    'a template',
    source('https://github.com/acme/x', '{{.name}}'),
    'Write it out: there are placeholders in `repository.path` of a team and `source.path` of an application alone, {spoke} and {environment}.',
  ],
  [
    'a placeholder that nothing fills',
    source('https://github.com/acme/x', 'env/{region}'),
    'Write it out: there are placeholders in `repository.path` of a team and `source.path` of an application alone, {spoke} and {environment}.',
  ],
  [
    'a way up in a chart address',
    application('chart: {repo: "oci://../../x", name: x, version: 1.0.0}'),
    'Write it without "." and ".." as parts of a path.',
  ],
  [
    'a way up in an image',
    application('base: web-service, set: {image: "a/../../../x:1"}'),
    'Write it without "." and ".." as parts of a path.',
  ],
  ['a newline in a tag', tags('{owner: "a\\nb"}'), 'Take the invisible character out of it.'],
  [
    'an invisible character in the key of a tag',
    tags('{"own\\u200ber": a}'),
    'Take the invisible character out of it.',
  ],
  [
    'an expression in a tag',
    tags('{owner: "${x}"}'),
    'Write it out: there are placeholders in `repository.path` of a team and `source.path` of an application alone, {spoke} and {environment}.',
  ],
])('%s is refused at its line, with the repair', async (_, text, help) => {
  const { diagnostics } = await repository({ 'config/spokes/green.yaml': text }).compile();
  expect(diagnostics.map((one) => one.help)).toEqual([help]);
  expect(diagnostics[0]?.code).toMatch(/^schema\//);
  expect(diagnostics[0]?.at?.span?.source.path).toBe('config/spokes/green.yaml');
});

test.each(['{owner: "R&D"}', '{owner: "🚀"}', '{"a\'b": x}', '{"a\\"b": x}'])(
  'the tags %s say which characters there may be',
  async (text) => {
    const { diagnostics } = await repository({ 'config/spokes/green.yaml': tags(text) }).compile();
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('which is all that AWS takes')]);
  },
);

test('a version with build metadata is exact', async () => {
  const text = application('chart: {repo: "oci://example.com/charts", name: x, version: "1.2.3-rc.1+build.5"}');
  expect((await repository({ 'config/spokes/green.yaml': text }).compile()).diagnostics).toEqual([]);
});
