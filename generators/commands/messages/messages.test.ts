import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleSpoke } from '../../diagnostics/example-files.ts';
import { reportPretty } from '../../diagnostics/pretty.ts';
import { sha256 } from '../../disk/sha256.ts';
import { compareRecords } from '../../emit/records/compare-records.ts';
import { parseRecord } from '../../emit/records/parse-record.ts';
import type { OwnerRecord } from '../../emit/records/record.ts';
import { compiledTree } from '../../emit/tree/compiled-tree.ts';
import { causes, committed, printed } from '../../testing/committed.ts';
import { readTexts, writeTexts } from '../../testing/output-folder.ts';
import { repository } from '../../testing/repository.ts';
import { smallRepository } from '../../testing/small-repository.ts';

type Texts = Readonly<Record<string, string>>;

const config = 'config/config.yaml';
const blue = 'config/spokes/blue.yaml';
const green = 'config/spokes/green.yaml';
const own = 'network: {cidr: 10.0.0.0/18}';
const configText = smallRepository[config] ?? '';

describe('many spokes', () => {
  const fleet = (count: number): Texts =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `config/spokes/s${index}.yaml`,
        exampleSpoke(`network: {cidr: 10.${1 + (index >> 6)}.${(index & 63) * 4}.0/22}`),
      ]),
    );

  test('one downgrade in `defaults` of 1,000 spokes is told in 20 lines', async () => {
    const files = fleet(999);
    const before = compiledTree((await repository(files).compile()).outputs ?? [], sha256);
    const records = before.owners.map(({ record }) => parseRecord(record, before.files.get(record)?.content ?? ''));
    const lower = configText.replace('kubernetes: "1.35"', 'kubernetes: "1.34"').replaceAll('v1.35.0', 'v1.34.0');
    const after = compiledTree((await repository({ ...files, [config]: lower }).compile()).outputs ?? [], sha256);
    const base = { records: records as OwnerRecord[], paths: new Set(before.owners.map(({ record }) => record)) };
    const found = compareRecords(base, after.owners);
    expect(found).toHaveLength(1000);
    const report = reportPretty(found, { color: false });
    expect(report.split('\n').length).toBeLessThanOrEqual(20);
    expect(report).toContain('it holds for 1000 spokes: "blue", "s0", "s1", …');
    expect(report).toContain('help: Write "1.35".');
  }, 120_000);

  test('a forgotten build is one diagnostic for all files', async () => {
    const root = await committed(fleet(5));
    writeTexts(root, { [config]: configText.replace('github.com/acme/platform', 'github.com/acme/fleet') });
    const report = await printed(root, 'check');
    expect(causes(report)).toEqual(['out/stale-file']);
    expect(report).toMatch(/it holds for \d+ files: "out\//);
    expect(report.split('\n').length).toBeLessThanOrEqual(20);
  });
});

describe('line ends of Windows in out/', () => {
  const withCrlf = (root: string, only: RegExp) => {
    const out = readTexts(root);
    writeTexts(
      root,
      Object.fromEntries(
        Object.entries(out).flatMap(([path, text]) => (only.test(path) ? [[path, text.replaceAll('\n', '\r\n')]] : [])),
      ),
    );
  };

  test('are named, once, and the repair works', async () => {
    const root = await committed();
    withCrlf(root, /\.yaml$/);
    const report = await printed(root, 'check');
    expect(causes(report)).toEqual(['out/line-ends']);
    expect(report).toContain('CRLF');
    expect(await printed(root, 'build', '--restore', join(root, 'out'))).not.toContain('error');
    expect(await printed(root, 'check')).not.toContain('error');
  });

  test('are told of a single file, too, and do not hide an edit', async () => {
    const root = await committed();
    withCrlf(root, /settings\.yaml$/);
    expect(causes(await printed(root, 'check'))).toEqual(['out/line-ends']);
    const path = 'out/hubs/hub/argocd/settings.yaml';
    writeTexts(root, { [path]: `${readFileSync(join(root, path), 'utf8').replaceAll('\r', '')}# mine\n` });
    expect(causes(await printed(root, 'check'))).toEqual(['out/edited-file']);
  });
});

describe('build says what it changed', () => {
  test('records are files, too', async () => {
    const root = await committed();
    const before = readTexts(root);
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    const report = await printed(root, 'build');
    const after = readTexts(root);
    const changed = Object.keys(after).filter((path) => before[path] !== after[path]);
    expect(report).toContain(`1 spoke: ${changed.length} files changed.`);
    for (const path of changed) expect(report).toContain(`changed ${path}\n`);
    expect(await printed(root, 'build')).toBe('1 spoke: out/ is up to date.\n');
  });

  test('also for programs', async () => {
    const root = await committed();
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    const told = JSON.parse(await printed(root, 'build', '--format', 'json'));
    expect(told).toMatchObject({ spokes: 1, diagnostics: [] });
    expect(told.changes).toContainEqual({ kind: 'update', path: 'out/.wheelwright/spokes/blue.json' });
    writeTexts(root, { [blue]: exampleSpoke(own, 'teams: [nobody]') });
    const refused = JSON.parse(await printed(root, 'build', '--format', 'json'));
    expect(refused).toMatchObject({ changes: [], diagnostics: [{ code: 'reference/unknown-team' }] });
  });
});

describe('mistakes of users are told at their line, and not as ours', () => {
  const account = (boundary: string) => `id: "222222222222"\nregions: [eu-west-1]\npermissionsBoundary: ${boundary}\n`;
  const hub = (admin: string) => (smallRepository['config/hubs/hub.yaml'] ?? '').replace(/"arn:[^"]*"/, `"${admin}"`);
  const told = async (files: Texts) =>
    (await repository(files).compile()).diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.path}`);

  test.each([
    ['arn:aws:iam::222222222222:role/boundary', ['schema/wrong-format config/accounts/main.yaml']],
    ['arn:aws:s3:::bucket', ['schema/wrong-format config/accounts/main.yaml']],
    ['arn:aws:iam::222222222222:policy/boundary', []],
    ['arn:aws:iam::aws:policy/PowerUserAccess', ['accounts/foreign-boundary config/accounts/main.yaml']],
  ])('a permissions boundary %s', async (boundary, expected) => {
    expect(await told({ 'config/accounts/main.yaml': account(boundary) })).toEqual(expected);
  });

  test.each([
    ['arn:aws:iam::111111111111:group/admins', ['schema/wrong-format config/hubs/hub.yaml']],
    ['arn:aws:sts::111111111111:assumed-role/admins/jo', ['schema/wrong-format config/hubs/hub.yaml']],
    ['arn:aws:iam::111111111111:role/teams/admins', []],
    ['arn:aws:iam::111111111111:user/jo', []],
  ])('an admin %s', async (admin, expected) => {
    expect(await told({ 'config/hubs/hub.yaml': hub(admin) })).toEqual(expected);
  });
});

describe('an empty value that removes something that must be there is named, and its line is the repair', () => {
  test.each([
    ['eks: {addons: {coredns: }}', 'eks/missing-addon', 'coredns'],
    ['eks: {addons: {coredns: null}}', 'eks/missing-addon', 'coredns'],
    ['eks: {addons: {eks-pod-identity-agent: }}', 'eks/missing-identity-agent', 'eks-pod-identity-agent'],
    ['nodeGroups: {default: }', 'nodes/none', 'default'],
  ])('%s', async (line, code, name) => {
    const { diagnostics } = await repository({ [blue]: exampleSpoke(own, line) }).compile();
    const [found, ...others] = diagnostics.filter((one) => one.code === code);
    expect(others).toEqual([]);
    expect(found?.help).toBe(`Remove \`${name}\`.`);
    expect(found?.notes?.[0]?.message).toBe('an empty value, or `null`, removes it here');
    expect(found?.edits).toMatchObject([{ remove: name }]);
  });

  test('of an add-on that nothing needs nothing is said; of one that is needed, where it is removed', async () => {
    const layer = 'addons: {metricsServer: {}}\nversions: {addons: {metricsServer: 3.13.1}}\n';
    const files = { 'config/environments/production.yaml': layer };
    const told = await repository({ ...files, [blue]: exampleSpoke(own, 'addons: {metricsServer: }') }).compile();
    expect(told.diagnostics).toEqual([]);
    const storage = exampleSpoke(own, 'addons: {storageClasses: {}}', 'eks: {addons: {aws-ebs-csi-driver: }}');
    const { diagnostics } = await repository({ [blue]: storage }).compile();
    expect(diagnostics).toMatchObject([
      {
        code: 'addons/missing-requirement',
        notes: [{ message: 'an empty value, or `null`, removes it here' }],
        help: 'Turn it on with `eks: {addons: {aws-ebs-csi-driver: {}}}`.',
      },
    ]);
  });
});

describe('what is wrong with a text is named where it stands', () => {
  const head = 'environment: production\naccount: main\nregion: eu-west-1\n';
  const told = async (text: string) => {
    const { diagnostics } = await repository({ [green]: text }).compile();
    return reportPretty(diagnostics, { color: false });
  };

  test('the markers of a merge', async () => {
    const report = await told(`<<<<<<< HEAD\n${head}=======\nenvironment: staging\n>>>>>>> other\n${own}\n`);
    expect(causes(report)).toEqual(['yaml/syntax']);
    expect(report).toContain('A merge left its marker "<<<<<<< HEAD" here.');
    expect(report).toContain('green.yaml:1:1');
    expect(await told(`${head}=======\n${own}\n`)).toContain('A merge left its marker "=======" here.');
    expect(await told(`${head}${own}\ntags: {note: "======= HEAD"}\n`)).not.toContain('A merge left');
  });

  test('characters that look like others', async () => {
    expect(await told(`${head}network:\u00a0{cidr: 10.1.0.0/18}\n`)).toContain('a no-break space (U+00A0)');
    expect(await told(`${head.replace('eu-west', 'eu\u2011west')}network: {cidr: 10.1.0.0/18}\n`)).toContain(
      'it has a no-break hyphen (U+2011) where "-" is meant',
    );
    expect(await told(`${head}network: {cidr: \u201c10.1.0.0/18\u201d}\n`)).toContain('(U+201C)');
    expect(await told(`${head}network: {cidr: 10.1.0.0/18}  # K\u00f6ln \u2013 Mitte\n`)).not.toContain('U+2013');
  });

  test('a line that is outdented says how far it must be indented', async () => {
    const report = await told(`${head}network:\n    cidr: 10.1.0.0/18\n  azCount: 2\ntags: {a: b}\n`);
    expect(report).toContain('green.yaml:6:3');
    expect(report).toContain('help: Indent it by 4 spaces, as the line above.');
    expect(await told(`${head}network:\n    cidr: 10.1.0.0/18\n    azCount: 2\n`)).not.toContain('yaml/syntax');
  });

  test('an empty value that removes a field is its place', async () => {
    const report = await told(head.replace('account: main', 'account:'));
    expect(report).toContain('"account" is missing.');
    expect(report).toContain('green.yaml:2:1');
    expect(report).toContain('an empty value, or `null`, removes it here');
    expect(await told(head.replace('account: main\n', ''))).toContain('green.yaml:1:1');
  });
});

describe('a fault of a base is told at its line, for all applications that use it', () => {
  const file = 'spokes/bases/web-service/deployment.yaml';
  const text = smallRepository[file] ?? '';
  const spokes: Texts = Object.fromEntries(
    [1, 2, 3].map((index) => [
      `config/spokes/s${index}.yaml`,
      exampleSpoke(
        `network: {cidr: 10.${index}.0.0/18}`,
        'teams: [checkout]',
        'applications: {shop: {team: checkout, namespace: checkout, base: web-service}}',
      ),
    ]),
  );
  const told = async (files: Texts) =>
    (await repository({ ...spokes, ...files }).compile()).diagnostics.filter(({ code }) => code === 'output/base');

  test('once, with their number', async () => {
    const found = await told({ [file]: text.replace('  replicas: 2', '  replicaz: 2') });
    const report = reportPretty(found, { color: false });
    expect(causes(report)).toEqual(['output/base']);
    expect(report).toContain(`--> ${file}:5:3`);
    expect(report).toContain('it holds for 3 applications: "s1/shop", "s2/shop", "s3/shop"');
  });

  test('a wrong value, and what is missing at what should have it', async () => {
    const wrong = await told({ [file]: text.replace('replicas: 2', 'replicas: two') });
    expect(wrong.map(({ at }) => at?.span?.source.path)).toEqual([file, file, file]);
    const missing = await told({ [file]: text.replace('  selector: {matchLabels: {app: web}}\n', '') });
    expect(new Set(missing.map(({ at }) => at?.span?.source.path))).toEqual(new Set([file]));
    expect(await told({})).toEqual([]);
  });
});
