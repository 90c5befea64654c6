interface ExampleParts {
  /** Lines of YAML: more of `spec.schema`, its `spec`, `types` and `status`, and the list of resources. */
  readonly head?: string;
  readonly spec?: string;
  readonly types?: string;
  readonly status?: string;
  readonly resources?: string;
}

/** A small graph that is fine, but for what is given. */
export function exampleGraph({
  head,
  spec = 'name: string | required=true',
  types,
  status,
  resources,
}: ExampleParts): string {
  const lines = [
    'apiVersion: kro.run/v1alpha1',
    'kind: ResourceGraphDefinition',
    'metadata: {name: example}',
    'spec:',
    '  schema:',
    ...(head?.includes('apiVersion:') ? [] : ['    apiVersion: v1alpha1']),
    ...(head?.includes('kind:') ? [] : ['    kind: Example']),
    ...indented(head, 4),
    ...block('types', types),
    ...block('spec', spec),
    ...block('status', status),
    '  resources:',
    ...indented(resources ?? configMap({}), 4),
  ];
  return `${lines.join('\n')}\n`;
}

interface ConfigMapParts {
  readonly id?: string;
  readonly name?: string;
  /** Lines of YAML: more of the resource, more of its metadata, and its data. */
  readonly resource?: string;
  readonly metadata?: string;
  readonly data?: string;
}

/** A resource that makes a ConfigMap. */
export function configMap({
  id = 'config',
  name = '${schema.spec.name}',
  resource,
  metadata,
  data,
}: ConfigMapParts): string {
  const lines = [
    `- id: ${id}`,
    ...indented(resource, 2),
    '  template:',
    '    apiVersion: v1',
    '    kind: ConfigMap',
    '    metadata:',
    ...(name === '' ? [] : [`      name: ${name}`]),
    ...indented(metadata, 6),
    ...(data === undefined ? [] : ['    data:', ...indented(data, 6)]),
  ];
  return lines.join('\n');
}

/** A resource of another kind, from the lines of its object. */
export function resourceOf(id: string, object: string, more?: string): string {
  return [`- id: ${id}`, ...indented(more, 2), '  template:', ...indented(object, 4)].join('\n');
}

function block(key: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`    ${key}:`, ...indented(text, 6)];
}

function indented(text: string | undefined, spaces: number): readonly string[] {
  return text === undefined ? [] : text.split('\n').map((line) => `${' '.repeat(spaces)}${line}`);
}
