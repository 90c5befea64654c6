import { configMap, exampleGraph, resourceOf } from './example-graph.ts';
import type { Rules } from './rule.ts';

const read = (tag: string, expression: string) =>
  exampleGraph({
    spec: `name: string | required=true\ntag: string${tag}`,
    resources: configMap({ data: `tag: ${expression}` }),
  });
const conditional = (more: string) =>
  exampleGraph({
    spec: 'name: string | required=true\nenabled: boolean | default=true',
    resources: `${configMap({ id: 'first', resource: 'includeWhen: ["${schema.spec.enabled}"]' })}\n${configMap({ id: 'second', name: '${first.metadata.name}-b', ...(more !== '' && { resource: more }) })}`,
  });
const claim = (condition: string) =>
  exampleGraph({
    spec: 'name: string | required=true\nenabled: boolean | default=true',
    resources: `${resourceOf('claim', 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${schema.spec.name}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: 1Gi}}')}\n${configMap({ resource: `includeWhen: ['${condition}']` })}`,
  });
const given = (metadata: string, data: string, expression: string) =>
  exampleGraph({
    resources: [
      configMap({ id: 'first', metadata, data }),
      configMap({ id: 'second', name: '${schema.spec.name}-b', data: `a: ${expression}` }),
    ].join('\n'),
  });
const named = (name: string) =>
  exampleGraph({
    spec: 'name: string | required=true\ntag: string',
    resources: configMap({ name: `'${name}'`, data: 'a: ${schema.spec.name}' }),
  });

/** What is not there, or not always: kro waits for it, leaves out what needs it, or writes null. */
export const waitingRules = {
  'kro/absent-input': {
    number: 'I90',
    severity: 'warning',
    summary: 'A field of the spec that an expression counts on is required or has a default.',
    details:
      'kro takes a missing field for one that will come: an instance that leaves it out stays in progress for ever, without an error. Those that give it are fine, which is why this is a warning.',
    good: read(' | default="latest"', '${schema.spec.tag}'),
    bad: read('', '${schema.spec.tag}'),
  },
  'kro/missing-entry': {
    number: 'I103',
    severity: 'error',
    summary: 'A key that an expression reads of a ConfigMap or Secret of the same graph is in its template.',
    details:
      'kro takes a missing key for one that will come, and no one else writes there: every instance would wait for ever.',
    good: given('labels: {team: web}', 'env: test', '${first.data.env}'),
    bad: given('labels: {team: web}', 'env: test', '${first.data.enw}'),
  },
  'kro/absent-entry': {
    number: 'I104',
    severity: 'warning',
    summary: 'A label, an annotation or another entry that an expression reads of an object is in its template.',
    details:
      'Otherwise kro waits for it, for ever if nobody adds it; a field of the status is only left out then. A controller may add it, which is why this is a warning.',
    good: given('labels: {team: web}', 'env: test', '${first.metadata.labels.team}'),
    bad: given('labels: {team: web}', 'env: test', '${first.metadata.labels.tier}'),
  },
  'kro/reads-skippable': {
    number: 'I95',
    severity: 'warning',
    summary: 'What reads a resource with conditions has the same conditions.',
    details:
      'A resource is skipped with everything that it reads, even where a choice in CEL would not need the value. Its own conditions may ask for more: with `A && B` it may read what has `A`. It may be meant so, which is why this is a warning.',
    good: conditional('includeWhen: ["${schema.spec.enabled}"]'),
    bad: conditional(''),
  },
  'kro/volatile-condition': {
    number: 'I96',
    severity: 'warning',
    summary: '`includeWhen` reads no status.',
    details: 'A status changes by itself: the resource would be made and deleted with it, data and all.',
    good: claim('${schema.spec.enabled}'),
    bad: claim('${claim.status.phase == "Bound"}'),
  },
  'kro/absent-value': {
    number: 'I102',
    severity: 'warning',
    summary: 'An expression that may give nothing fills a field that may be empty.',
    details:
      'kro writes null for an optional value that is absent. Most fields are then as if they were not there; the name of an object and other required fields must have a value, and the API server refuses the object.',
    good: named('${schema.spec.?tag.orValue("a")}'),
    bad: named('${schema.spec.?tag}'),
  },
} as const satisfies Rules;
