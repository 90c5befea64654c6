// `lint` on graphs of kro: a hundred of forty resources each, the library's own, and none, which is what the start costs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './fleet.ts';
import { type Rows, summarise } from './measure.ts';

const library = join(import.meta.dirname, '../out/shared/kro-rgds');
const graphs = 100;
const resources = 40;

/** Four sorts of resources in turn, each of which reads the one four places before it. */
const sorts: readonly ((id: string, before: string) => string)[] = [
  (id, before) => `
    - id: ${id}
      template:
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "\${schema.spec.name}-${id}"}
        data: {before: "${before}", size: "\${string(schema.spec.size + 1)}"}`,
  (id, before) => `
    - id: ${id}
      readyWhen: ["\${${id}.status.availableReplicas == ${id}.status.replicas}"]
      template:
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: "\${schema.spec.name}-${id}"}
        spec:
          replicas: \${schema.spec.size}
          selector: {matchLabels: {app: "${before}"}}
          template:
            metadata: {labels: {app: "${before}"}}
            spec: {containers: [{name: main, image: "registry.example.com/app:1"}]}`,
  (id, before) => `
    - id: ${id}
      template:
        apiVersion: ec2.services.k8s.aws/v1alpha1
        kind: Subnet
        metadata: {name: "\${schema.spec.name}-${id}"}
        spec: {vpcID: "${before}", cidrBlock: 10.0.0.0/24, availabilityZone: "\${schema.spec.zones[0]}"}`,
  (id) => `
    - id: ${id}
      forEach: [{zone: "\${schema.spec.zones}"}]
      template:
        apiVersion: v1
        kind: Service
        metadata: {name: "\${schema.spec.name}-${id}-\${zone}"}
        spec: {ports: [{port: 80}]}`,
];

function graph(number: number): string {
  const parts = Array.from({ length: resources }, (_, index) => {
    const before = index < sorts.length ? '${schema.spec.name}' : `\${r${index - sorts.length}.metadata.name}`;
    return sorts[index % sorts.length]?.(`r${index}`, before);
  });
  return `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: graph-${number}}
spec:
  schema:
    apiVersion: v1alpha1
    kind: Graph${number}
    spec:
      name: string | required=true maxLength=20
      size: integer | required=true
      zones: "[]string | required=true"
  resources:${parts.join('')}
`;
}

export function measureGraphs(folder: string, runs: number): Rows {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < graphs; number++) writeFileSync(join(folder, `${number}.yaml`), graph(number));
  const nothing = join(folder, 'nothing.yaml');
  writeFileSync(nothing, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
  const measure = (path: string) => summarise(Array.from({ length: runs }, () => runCli('lint', path)));
  return {
    [`lint of ${graphs} graphs`]: measure(folder),
    'lint of the library': measure(library),
    'lint of no graph': measure(nothing),
  };
}
