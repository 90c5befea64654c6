/** A Helm chart as plain files, by their paths within it. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Text of Chart.yaml, and of other files of a chart: JSON is YAML. */
export const chartFile = (name: string, version: string) =>
  JSON.stringify({ apiVersion: 'v2', name, version, appVersion: version, type: 'application' });

/** A schema of values that knows these keys at the top, as published charts have: a misspelt one is refused by Helm. */
export const valuesSchema = (keys: readonly string[]) =>
  JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: Object.fromEntries([...keys, 'global'].map((key) => [key, {}])),
    additionalProperties: false,
  });
