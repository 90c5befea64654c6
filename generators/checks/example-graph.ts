/** A graph of the platform's own: a network of the library and what is more. */
export function exampleGraph(name: string, kind: string, ...resources: readonly string[]): string {
  return `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: {name: ${name}}
spec:
  schema:
    apiVersion: v1alpha1
    kind: ${kind}
    spec: {name: string | required=true}
  resources:
    - id: settings
      template:
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: "\${schema.spec.name}"}
${resources.map((line) => `${line}\n`).join('')}`;
}
