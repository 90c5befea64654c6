import type { Catalogue } from '../../diagnostics/catalogue.ts';
import { exampleSpoke as spoke } from '../../diagnostics/example-files.ts';

const green = 'config/spokes/green.yaml';

/** A layer that hands a text on to a chart. */
const chartValues = (text: string) => ({
  'config/environments/production.yaml': `versions: {addons: {metricsServer: 3.13.1}}\naddons: {metricsServer: {values: {args: [${text}]}}}\n`,
});

/** Texts that are no YAML, or that two parsers read in two ways. */
export const yamlCodes = {
  'yaml/alias-bomb': {
    severity: 'error',
    summary: 'The aliases of a file stand for at most 1000 values.',
    details: 'Aliases of aliases grow exponentially. Share what spokes have in common through layers instead.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: {
      $: '{ echo "tags:"; echo "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"; for i in 1 2 3; do p=$((i - 1)); echo "  a$i: &a$i [*a$p, *a$p, *a$p, *a$p, *a$p, *a$p, *a$p, *a$p, *a$p, *a$p]"; done; } >> config/spokes/blue.yaml',
    },
    beside: ['schema/wrong-type'],
  },
  'yaml/alias-loop': {
    severity: 'error',
    summary: 'An alias does not stand within what it repeats.',
    details: 'Its value would have no end.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'applications: &all {shop: *all}') },
  },
  'yaml/directive': {
    severity: 'error',
    summary: 'There are no directives.',
    details:
      'Every file is read as YAML 1.2, whatever a `%YAML` line says: in YAML 1.1 `no` would be false and 010 would be 8.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: `%YAML 1.1\n---\n${spoke('network: {cidr: 10.1.0.0/18}')}` },
  },
  'yaml/duplicate-key': {
    severity: 'error',
    summary: 'No key stands twice in a map.',
    details: 'Parsers disagree on which of them counts. The note shows the first.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'region: eu-central-1') },
  },
  'yaml/empty-file': {
    severity: 'error',
    summary: 'A file says something.',
    details: 'An empty file is mostly one that was not saved. `{}` is a file that says nothing on purpose.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: '# environment: production\n' },
  },
  'yaml/invisible-character': {
    severity: 'error',
    summary: 'There are no control characters, and none that change the direction of text.',
    details:
      'A reviewer would read something else than the compiler. In double quotes they can be written as escape sequences.',
    good: { $: "printf 'tags: {owner: checkout}\\n' >> config/spokes/blue.yaml" },
    bad: { $: "printf 'tags: {owner: check\\342\\200\\256out}\\n' >> config/spokes/blue.yaml" },
  },
  'yaml/key-not-text': {
    severity: 'error',
    summary: 'Keys are text.',
    details:
      'A number, `true` or `null` as a key must be in quotes. A template in braces is read as a map, so it must be in quotes too.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'tags: {"2024": launched}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'tags: {2024: launched}') },
  },
  'yaml/merge-key': {
    severity: 'error',
    summary: 'There are no merge keys (`<<`).',
    details: 'They were dropped from YAML. Layers do the same, and the compiler knows where each value comes from.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: &net {cidr: 10.1.0.0/18}', 'tags: {<<: *net}') },
  },
  'yaml/reserved-key': {
    severity: 'error',
    summary: 'No key is `__proto__`.',
    details: 'It has a meaning of its own in the language that the compiler is written in.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18}', 'tags: {__proto__: checkout}') },
  },
  'yaml/several-documents': {
    severity: 'error',
    summary: 'A file holds one document.',
    details: 'Each thing has a file of its own, because the name of the file is its name.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: `${spoke('network: {cidr: 10.1.0.0/18}')}---\n${spoke('network: {cidr: 10.1.0.0/18}')}` },
  },
  'yaml/syntax': {
    severity: 'error',
    summary: 'A file is YAML.',
    details: 'Only the first error of a file is shown: what follows is mostly its echo.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network: {cidr: 10.1.0.0/18', 'teams: [checkout]') },
  },
  'yaml/tab-indentation': {
    severity: 'error',
    summary: 'Lines are indented with spaces.',
    details: 'YAML forbids tabs there, as their width differs from editor to editor.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke('network:', '\tcidr: 10.1.0.0/18') },
  },
  'yaml/tag': {
    severity: 'error',
    summary: 'There are no tags but those of plain data, such as `!!str`.',
    details: 'A value that begins with an exclamation mark must be in quotes.',
    good: chartValues('"!Ref Key"'),
    bad: chartValues('!Ref Key'),
  },
  'yaml/too-deep': {
    severity: 'error',
    summary: 'Values are nested at most 64 levels deep.',
    details: 'Nothing that people write comes near it.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { [green]: spoke(`tags: ${'['.repeat(65)}${']'.repeat(65)}`) },
  },
  'yaml/too-many-values': {
    severity: 'error',
    summary: 'A file holds at most 20000 values.',
    details: 'Every value is validated and merged; a file that people write has some hundreds.',
    good: { [green]: spoke('network: {cidr: 10.1.0.0/18}') },
    bad: { $: 'for i in $(seq 20001); do echo "field$i: 1"; done >> config/spokes/blue.yaml' },
  },
  'yaml/unknown-alias': {
    severity: 'error',
    summary: 'What an alias repeats was marked before it, in the same file.',
    details: 'A value that begins with an asterisk, such as `*.example.com`, must be in quotes.',
    good: chartValues('"*.example.com"'),
    bad: chartValues('*.example.com'),
  },
  'yaml/unsafe-number': {
    severity: 'error',
    summary: 'Numbers are read as they are written.',
    details:
      'An account id without quotes would lose its leading zero, other readers take 010 for 8, and numbers beyond 2^53 are rounded. Put them in quotes.',
    good: { 'config/accounts/other.yaml': 'id: "033333333333"\nregions: [eu-west-1]\n' },
    bad: { 'config/accounts/other.yaml': 'id: 033333333333\nregions: [eu-west-1]\n' },
  },
} as const satisfies Catalogue;
