import { describe, expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';
import { configMap, exampleGraph } from '../rules/example-graph.ts';

const kinds = vendoredKinds();
const spec = [
  'name: string | required=true',
  'zones: "[]string | required=true"',
  'two: "[]string | required=true minItems=2"',
  'parts: "map[string]string | required=true"',
].join('\n');

function saidOf(expression: string, condition = 'true') {
  const resource = `includeWhen: ['\${${condition}}']`;
  const text = exampleGraph({ spec, resources: configMap({ resource, data: `a: '\${${expression}}'` }) });
  const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, kinds);
  return diagnostics.map(({ code, message, help = '' }) => `${code}: ${message} ${help}`);
}

describe('what an instance may leave out is told of', () => {
  test.each([
    ['schema.metadata.annotations["team"]', 'leave out "schema.metadata.annotations.team"', '.?annotations[?"team"]'],
    ['schema.metadata.labels.team', 'leave out "schema.metadata.labels.team"', '.?labels[?"team"]'],
    ['schema.metadata.labels["a.b/team"]', 'leave out "schema.metadata.labels["a.b/team"]"', '[?"a.b/team"]'],
    ['schema.spec.zones[2]', 'give fewer than 3 items in "schema.spec.zones"', 'minItems=3'],
    ['schema.spec.zones[0]', 'give fewer than 1 item in "schema.spec.zones"', 'minItems=1'],
    ['schema.spec.two[2]', 'give fewer than 3 items in "schema.spec.two"', 'minItems=3'],
    ['schema.spec.parts["a"]', 'leave out "schema.spec.parts.a"', 'schema.spec.parts[?"a"]'],
    ['schema.spec.parts.a', 'leave out "schema.spec.parts.a"', 'schema.spec.parts[?"a"]'],
  ])('%s', (expression, says, help) => {
    expect(saidOf(expression)).toEqual([expect.stringContaining(says)]);
    expect(saidOf(expression)[0]).toMatch(/^kro\/absent-input: /);
    expect(saidOf(expression)[0]).toContain(help);
  });
});

describe('what is asked for, or certainly there, is not', () => {
  test.each([
    ['schema.metadata.?annotations[?"team"].orValue("")'],
    ['"team" in schema.metadata.labels ? schema.metadata.labels["team"] : ""'],
    ['has(schema.metadata.labels.team) ? schema.metadata.labels.team : ""'],
    ['schema.metadata.labels["kro.run/owned"]'],
    ['schema.metadata.name'],
    ['schema.spec.zones[?2].orValue("")'],
    ['size(schema.spec.zones) > 2 ? schema.spec.zones[2] : ""'],
    ['schema.spec.zones[2]', 'schema.spec.zones.size() > 2'],
    ['schema.spec.two[1]'],
    ['schema.spec.parts[?"a"].orValue("")'],
    ['schema.spec.parts["a"]', '"a" in schema.spec.parts'],
  ])('%s', (expression, condition = 'true') => {
    expect(saidOf(expression, condition)).toEqual([]);
  });
});
