import { type BadInput, green, greenWith, spokeFile } from './bad-input.ts';

const spoke = greenWith()['config/spokes/green.yaml'] ?? '';
const text = (content: string) => ({ 'config/spokes/green.yaml': content });

/** Ten levels, each of ten aliases to the one before. */
const bomb = Array.from({ length: 10 }, (_, level) => {
  const aliases = Array.from({ length: 10 }, () => `*l${level}`);
  return `l${level + 1}: &l${level + 1} [${aliases.join(', ')}]`;
});
const values = (...lines: readonly string[]) =>
  greenWith('addons:', '  metricsServer:', '    values:', ...lines.map((line) => `      ${line}`));

/** Texts that are no YAML, or YAML that two parsers read in two ways. */
export const yaml: readonly BadInput[] = [
  {
    title: 'Indentation by a tab',
    files: text('environment: production\nnetwork:\n\tcidr: 10.1.0.0/18\n\tazCount: 2\n'),
  },
  { title: 'An empty file', files: text('') },
  { title: 'A file with comments only', files: text('# environment: production\n') },
  { title: 'Several documents', files: text(`${spoke}---\n${spoke}`) },
  { title: 'A key twice', files: green('network: {cidr: 10.1.0.0/18}', 'region: eu-central-1') },
  { title: 'A bracket that is not closed', files: green('network: {cidr: 10.1.0.0/18', 'teams: [checkout]') },
  { title: 'A quote that is not closed', files: green('network: {cidr: "10.1.0.0/18}', 'teams: [checkout]') },
  { title: 'No space after a colon', files: spokeFile(['environment:production', 'account: main']) },
  { title: 'A line without a colon', files: spokeFile(['environment production', 'account: main']) },
  { title: 'Two keys on a line', files: spokeFile(['environment: production account: main']) },
  {
    title: 'A line that is indented too little',
    files: greenWith('nodeGroups:', '    default:', '        min: 2', '      max: 4'),
  },
  { title: 'A comma that is missing', files: green('network: {', '  cidr: 10.1.0.0/18', '  azCount: 2', '}') },
  { title: 'A template that is not in quotes', files: greenWith('tags: {owner: {{ owner }}}') },
  { title: 'A value that begins with an asterisk', files: greenWith('tags: {domain: *.example.com}') },
  { title: 'A value that begins with an @', files: greenWith('tags: {owner: @checkout}') },
  { title: 'An escape sequence that is none', files: greenWith('tags: {path: "C:\\temp\\qa"}') },
  {
    title: 'An account id without quotes',
    files: { 'config/accounts/main.yaml': 'id: 022222222222\nregions: [eu-west-1]\n' },
  },
  { title: 'A number that is too large', files: greenWith('nodeGroups: {default: {max: 99999999999999999999}}') },
  { title: 'A key that is a number', files: greenWith('tags: {2024: yes}') },
  { title: 'A key that is an object’s own', files: greenWith('tags: {__proto__: {polluted: true}}') },
  { title: 'A merge key', files: green('network: &net {cidr: 10.1.0.0/18}', 'tags: {<<: *net}') },
  { title: 'A tag of another program', files: greenWith('tags: {key: !Ref Key}') },
  { title: 'A directive', files: text(`%YAML 1.1\n---\n${spoke}`) },
  {
    title: 'An invisible character',
    files: greenWith('tags: {owner: check\u202eout}'),
    shown: `${spoke}tags: {owner: check\\u202Eout}\n`,
  },
  { title: 'An alias of nothing', files: greenWith('tags: {owner: *owner}') },
  { title: 'An alias within itself', files: greenWith('applications: &all {shop: *all}') },
  {
    title: 'Aliases of aliases of aliases',
    files: values('l0: &l0 lol', ...bomb),
    shown: `${values('l0: &l0 lol', ...bomb.slice(0, 3))['config/spokes/green.yaml']}      …\n`,
  },
  {
    title: 'A list in a list in a list …',
    files: greenWith(`tags: ${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    shown: `${spoke}tags: [[[[[[[[… (20,000 of them)\n`,
  },
];
