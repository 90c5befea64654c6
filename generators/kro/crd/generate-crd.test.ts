import { expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../check-graph.ts';

const text = `
apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: example}
spec:
  schema:
    apiVersion: v1alpha1
    kind: WebPolicy
    group: platform.example.com
    shortNames: [wp]
    metadata: {labels: {team: web}}
    spec:
      name: string | required=true
    status:
      uid: \${config.metadata.uid}
      made: \${config.metadata.creationTimestamp}
      count: \${size(config.data)}
      labels: \${config.metadata.labels}
      list:
        - item: \${config.metadata.name}
      deep: {free: "\${dyn(config.data)}"}
  resources:
    - id: config
      template:
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "\${schema.spec.name}"}
`;

test('the CRD of a graph has its names, its spec, and a status inferred from expressions', () => {
  const { crd, order, diagnostics } = checkGraph({ source: { path: 'a.yaml', text } }, vendoredKinds());
  expect(diagnostics).toEqual([]);
  expect(order).toEqual(['config']);
  expect(crd?.metadata).toEqual({ name: 'webpolicies.platform.example.com', labels: { team: 'web' } });
  expect(crd?.spec.names).toEqual({
    kind: 'WebPolicy',
    listKind: 'WebPolicyList',
    plural: 'webpolicies',
    singular: 'webpolicy',
    shortNames: ['wp'],
  });
  const [version] = crd?.spec.versions ?? [];
  expect(version?.additionalPrinterColumns.map(({ name }) => name)).toEqual(['State', 'Ready', 'Age']);
  const { properties, required } = version?.schema.openAPIV3Schema ?? {};
  expect(required).toBeUndefined();
  expect(properties?.['spec']).toEqual({
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
  });
  const { state, conditions, ...own } = properties?.['status']?.properties ?? {};
  expect([state?.type, conditions?.type]).toEqual(['string', 'array']);
  expect(own).toEqual({
    uid: { type: 'string' },
    made: { type: 'string', format: 'date-time' },
    count: { type: 'integer' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    list: { type: 'array', items: { type: 'object', properties: { item: { type: 'string' } } } },
    deep: { type: 'object', properties: { free: { 'x-kubernetes-preserve-unknown-fields': true } } },
  });
});
