import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exampleSpoke } from '../diagnostics/example-files.ts';
import { reportPretty } from '../diagnostics/pretty.ts';
import { compareRecords } from '../emit/compare-records.ts';
import { parseRecord } from '../emit/parse-record.ts';
import type { OwnerRecord } from '../emit/record.ts';
import { wantedOf } from '../emit/wanted.ts';
import { commitAll, git } from '../testing/git.ts';
import { readTexts, temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { repository } from '../testing/repository.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';

type Texts = Readonly<Record<string, string>>;

const config = 'config/config.yaml';
const blue = 'config/spokes/blue.yaml';
const green = 'config/spokes/green.yaml';
const own = 'network: {cidr: 10.0.0.0/18}';
const configText = smallRepository[config] ?? '';

async function run(root: string, ...argv: readonly string[]): Promise<string> {
  return (await runCli([...argv, '--root', root])).out;
}

/** The small repository with more files, built and committed. */
async function committed(files: Texts = {}): Promise<string> {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...files });
  git(root, 'init', '-q');
  expect(await run(root, 'build')).not.toContain('error');
  commitAll(root);
  return root;
}

const causes = (report: string) => [...report.matchAll(/^(?:error|warning)\[([^\]]+)\]/gm)].map(([, code]) => code);

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
    const before = wantedOf((await repository(files).compile()).outputs ?? []);
    const records = before.owners.map(({ record }) => parseRecord(record, before.files.get(record)?.content ?? ''));
    const lower = configText.replace('kubernetes: "1.35"', 'kubernetes: "1.34"').replaceAll('v1.35.0', 'v1.34.0');
    const after = wantedOf((await repository({ ...files, [config]: lower }).compile()).outputs ?? []);
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
    const report = await run(root, 'check');
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
    const report = await run(root, 'check');
    expect(causes(report)).toEqual(['out/line-ends']);
    expect(report).toContain('CRLF');
    expect(await run(root, 'build', '--restore', join(root, 'out'))).not.toContain('error');
    expect(await run(root, 'check')).not.toContain('error');
  });

  test('are told of a single file, too, and do not hide an edit', async () => {
    const root = await committed();
    withCrlf(root, /settings\.yaml$/);
    expect(causes(await run(root, 'check'))).toEqual(['out/line-ends']);
    const path = 'out/hubs/hub/argocd/settings.yaml';
    writeTexts(root, { [path]: `${readFileSync(join(root, path), 'utf8').replaceAll('\r', '')}# mine\n` });
    expect(causes(await run(root, 'check'))).toEqual(['out/edited-file']);
  });
});

describe('what follows from a refused change is not told', () => {
  test('of a spoke that vanished', async () => {
    const root = await committed({ [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') });
    git(root, 'rm', '-q', green);
    expect(causes(await run(root, 'check'))).toEqual(['lifecycle/vanished']);
  });

  test('of a changed region: neither stale files nor the zones of its nodes', async () => {
    const account = 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n';
    const root = await committed({ 'config/accounts/main.yaml': account });
    writeTexts(root, { [blue]: exampleSpoke(own).replace('eu-west-1', 'eu-central-1') });
    expect(causes(await run(root, 'check'))).toEqual(['lifecycle/changed-region']);
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    expect(causes(await run(root, 'check'))).toEqual(['out/stale-file']);
  });
});

describe('a step of Kubernetes is told where it was made', () => {
  const staging = 'config/environments/staging.yaml';
  const layers: Texts = {
    [staging]: 'versions: {kubernetes: "1.36", eksAddons: {kube-proxy: v1.36.0-eksbuild.1}}\n',
    [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}').replace('production', 'staging'),
  };

  test('a spoke that moves to an environment that is behind: the repair pins the spoke alone', async () => {
    const root = await committed(layers);
    writeTexts(root, { [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}') });
    const report = await run(root, 'check');
    expect(causes(report)).toEqual(['lifecycle/kubernetes-step']);
    expect(report).toContain('--> config/spokes/green.yaml:1:14');
    expect(report).toContain('help: Add `kubernetes: "1.36"` to `versions` in config/spokes/green.yaml.');
    writeTexts(root, {
      [green]: exampleSpoke(
        'network: {cidr: 10.1.0.0/18}',
        'versions:',
        '  kubernetes: "1.36"',
        '  eksAddons: {kube-proxy: v1.36.0-eksbuild.1}',
      ),
    });
    expect(await run(root, 'build')).not.toContain('error');
  });

  test('a layer that goes down for all: the repair is its line', async () => {
    const root = await committed(layers);
    writeTexts(root, { [staging]: 'versions: {kubernetes: "1.35"}\n' });
    const report = await run(root, 'check');
    expect(report).toContain('--> config/environments/staging.yaml:1:24');
    expect(report).toContain('help: Write "1.36".');
  });
});

describe('build says what it changed', () => {
  test('records are files, too', async () => {
    const root = await committed();
    const before = readTexts(root);
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    const report = await run(root, 'build');
    const after = readTexts(root);
    const changed = Object.keys(after).filter((path) => before[path] !== after[path]);
    expect(report).toContain(`1 spoke: ${changed.length} files changed.`);
    for (const path of changed) expect(report).toContain(`changed ${path}\n`);
    expect(await run(root, 'build')).toBe('1 spoke: out/ is up to date.\n');
  });

  test('also for programs', async () => {
    const root = await committed();
    writeTexts(root, { [blue]: exampleSpoke(own, 'tags: {cost: shop}') });
    const told = JSON.parse(await run(root, 'build', '--format', 'json'));
    expect(told).toMatchObject({ spokes: 1, diagnostics: [] });
    expect(told.changes).toContainEqual({ kind: 'update', path: 'out/.wheelwright/spokes/blue.json' });
    writeTexts(root, { [blue]: exampleSpoke(own, 'teams: [nobody]') });
    const refused = JSON.parse(await run(root, 'build', '--format', 'json'));
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

test('an empty value that removes an EKS add-on is named, and its line is the repair', async () => {
  const { diagnostics } = await repository({ [blue]: exampleSpoke(own, 'eksAddons: {coredns: null}') }).compile();
  expect(diagnostics).toMatchObject([
    {
      code: 'eks/missing-addon',
      help: 'Remove `coredns`.',
      notes: [{ message: 'an empty value, or `null`, removes it here' }],
    },
  ]);
});

describe('what exists is not told to change', () => {
  const east = 'config/hubs/east.yaml';
  const other = 'config/accounts/other.yaml';
  const more: Texts = {
    [east]: (smallRepository['config/hubs/hub.yaml'] ?? '')
      .replace('cluster: hub', 'cluster: east')
      .replace('10.0.0.0/8', '172.16.0.0/12'),
    'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1]\nhub: hub\n',
    [other]: 'id: "333333333333"\nregions: [eu-west-1]\nhub: east\n',
  };

  test('a hub that is deleted is restored; one that never was is another name', async () => {
    const root = await committed(more);
    git(root, 'rm', '-q', east);
    const deleted = await run(root, 'check');
    expect(deleted).toContain('"east" is no hub any more, but out/ has a record of it: it exists.');
    expect(deleted).toContain('help: Restore config/hubs/east.yaml.');
    writeTexts(root, { [other]: 'id: "333333333333"\nregions: [eu-west-1]\nhub: hubb\n' });
    expect(await run(root, 'check')).toContain('Did you mean "hub"?');
  });

  test('an overlap is told of the spoke that is new', async () => {
    const root = await committed();
    // Larger, so that by address alone the one that exists would be told of.
    writeTexts(root, { [green]: exampleSpoke('network: {cidr: 10.0.0.0/17}') });
    const report = await run(root, 'check');
    expect(report).toContain('10.0.0.0/17 of spoke "green" overlaps 10.0.0.0/18 of spoke "blue".');
    expect(report).toMatch(/help: Give "green" another range; [\d./]+ is free\./);
  });

  test('a node group that exists keeps its architecture', async () => {
    const root = await committed();
    writeTexts(root, { [blue]: exampleSpoke(own, 'nodeGroups: {default: {instanceTypes: [m7g.large]}}') });
    expect(await run(root, 'check')).toContain('help: Set back what changed, as a group that exists keeps both');
    writeTexts(root, {
      [blue]: exampleSpoke(own),
      [green]: exampleSpoke('network: {cidr: 10.1.0.0/18}', 'nodeGroups: {default: {instanceTypes: [m7g.large]}}'),
    });
    expect(await run(root, 'check')).toContain('help: Choose an x86 instance type, or an AMI for ARM.');
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
    (await repository({ ...spokes, ...files }).compile()).diagnostics.filter(({ code }) => code === 'output/schema');

  test('once, with their number', async () => {
    const found = await told({ [file]: text.replace('  replicas: 2', '  replicaz: 2') });
    const report = reportPretty(found, { color: false });
    expect(causes(report)).toEqual(['output/schema']);
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
