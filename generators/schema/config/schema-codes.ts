import type { Catalogue } from '../../diagnostics/catalogue.ts';
import { exampleSpoke as spoke } from '../../diagnostics/example-files.ts';

const green = 'config/spokes/green.yaml';

/** Values that do not fit their fields. */
export const schemaCodes = {
  'schema/missing-field': {
    severity: 'error',
    summary: 'Everything without a default is given by the file or one of its layers.',
    details: 'A spoke is looked at after its layers were merged, so it does not matter which of them says it.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: 'environment: production\naccount: main\nnetwork: {cidr: 10.1.0.0/18}\n' },
  },
  'schema/more-problems': {
    severity: 'error',
    summary: 'At most 100 problems of a file are shown.',
    details: 'The rest appears when some of them are solved.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: 'for i in $(seq 101); do echo "field$i: 1"; done >> config/spokes/blue.yaml' },
    beside: ['schema/unknown-key'],
  },
  'schema/moved-field': {
    severity: 'error',
    summary: 'A field stands where the format of today has it.',
    details:
      'What only one cloud has stands under its service, such as `eks`. `wheelwright migrate` moves such fields in all files.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'eks: {logging: {retentionDays: 30}}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'logging: {retentionDays: 30}') },
  },
  'schema/not-one-of': {
    severity: 'error',
    summary: 'A value is one of those that the field allows.',
    details: 'The help lists them; the schema for editors offers them.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'lifecycle: retireing') },
  },
  'schema/out-of-range': {
    severity: 'error',
    summary: 'Numbers, lengths of lists and lengths of texts are within their bounds.',
    details: 'The bounds are those of AWS and Kubernetes; the reference of the configuration lists them.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18, azCount: 2}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18, azCount: 9}') },
  },
  'schema/unknown-key': {
    severity: 'error',
    summary: 'Every key is a field of its map.',
    details:
      'A misspelt field would silently have no effect. The message has the nearest name; the help says where a field of that name is, or which fields there are.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'teams: [checkout]') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'team: [checkout]') },
  },
  'schema/wrong-format': {
    severity: 'error',
    summary: 'Texts and names have the form that their field asks for.',
    details: 'Such as an address range, a version or the name of an object. Whether the thing exists is checked later.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: ten}') },
  },
  'schema/wrong-type': {
    severity: 'error',
    summary: 'A value has the type of its field.',
    details:
      'Mind that YAML reads 1.30 as the number 1.3: versions must be in quotes. `yes` and `on` are strings; write `true`.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'versions: {kubernetes: "1.35"}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'versions: {kubernetes: 1.35}') },
  },
} as const satisfies Catalogue;
