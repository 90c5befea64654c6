import { describe, expect, test } from 'vitest';
import { filesOf } from '../../testing/example-fleet.ts';
import { amberSpoke, clusterFile, layeredRepository, lineWith } from '../../testing/layered-repository.ts';
import { explain, layeredOutput, layeredRoot } from '../../testing/layered-root.ts';
import { repository } from '../../testing/repository.ts';
import { runCli } from '../../testing/run-cli.ts';

describe('explain config/FILE:LINE', () => {
  test('a layer shows for whom it holds, what it makes there, and who says otherwise', async () => {
    const out = await explain('config/environments/staging.yaml:1');
    const line = lineWith(await layeredOutput(clusterFile('amber')), 'nat: per-az');
    expect(out).toBe(`config/environments/staging.yaml:1
1 | network: {nat: per-az}

network.nat: per-az, for 1 spoke: amber
  spoke amber
    ${clusterFile('amber')}
      ${line} |       nat: per-az
  Another layer has the last word for 1 spoke:
    green  config/spokes/green.yaml:4  says single
`);
  });

  test('a line with several fields is about each', async () => {
    const out = await explain('config/spokes/green.yaml:4');
    expect(out).toMatch(/^network\.cidr: 10\.1\.0\.0\/18, for 1 spoke: green$/m);
    expect(out).toMatch(/^network\.nat: single, for 1 spoke: green$/m);
  });

  test('what is removed shows what lower layers say', async () => {
    const out = await explain('config/spokes/amber.yaml:5');
    expect(out).toContain(
      'nodeGroups.default: removed, for 1 spoke: amber\n  It takes away what lower layers say:\n    config/config.yaml:21  defaults  says {',
    );
  });

  test('what a layer removes is not there, and its line says so', async () => {
    const staging =
      'network: {nat: per-az}\nnodeGroups: {default: null, large: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, max: 2}}\n';
    const folder = layeredRoot({ 'config/environments/staging.yaml': staging });
    const { out } = await runCli(['explain', 'config/environments/staging.yaml:2', '--root', folder]);
    expect(out).toContain('nodeGroups.default: removed, for 1 spoke: green\n  It takes away what lower layers say:');
    const { outputs = [] } = await repository({
      ...layeredRepository,
      'config/environments/staging.yaml': staging,
    }).compile();
    const cluster = filesOf(outputs).get(clusterFile('green'));
    expect(cluster).toContain('name: large');
    expect(cluster).not.toContain('name: default');
  });

  test('what is no field of a spoke shows in the files of everybody', async () => {
    const out = await explain('config/hubs/hub.yaml:5');
    expect(out).toMatch(/^natAddresses\[0\]: 198\.51\.100\.10\/32, for 1 hub: hub$/m);
    expect(out).toContain(clusterFile('green'));
  });

  test('at most three spokes are shown, unless all are asked for', async () => {
    const more = Object.fromEntries(
      [1, 2, 3].map((n) => [
        `config/spokes/more-${n}.yaml`,
        `environment: production\naccount: main\nregion: eu-west-1\nnetwork: {cidr: 10.${10 + n}.0.0/18}\n`,
      ]),
    );
    const folder = layeredRoot(more);
    const run = async (...argv: readonly string[]) =>
      (await runCli(['explain', 'config/accounts/main.yaml:1', '--root', folder, ...argv])).out;
    expect(await run()).toContain('  … and 3 more spokes; --all shows them.\n');
    const all = await run('--all');
    expect(all).not.toContain('--all');
    for (const name of ['amber', 'blue', 'green', 'more-1', 'more-2', 'more-3'])
      expect(all).toContain(`  spoke ${name}\n`);
  });

  test('a comment makes nothing', async () => {
    const folder = layeredRoot({ 'config/regions/eu-west-1.yaml': '# only a comment\n{}\n' });
    const { exit, out } = await runCli(['explain', 'config/regions/eu-west-1.yaml:1', '--root', folder]);
    expect([exit, out]).toEqual([
      0,
      'config/regions/eu-west-1.yaml:1\n1 | # only a comment\n\nNothing is made from this line.\n',
    ]);
  });

  test('the two directions agree', async () => {
    const folder = layeredRoot();
    const of = async (target: string) =>
      JSON.parse((await runCli(['explain', target, '--root', folder, '--format', 'json'])).out);
    const { uses } = await of('config/spokes/green.yaml:4');
    for (const { field, made } of uses) {
      for (const { file, lines } of made[0].files) {
        const { origins } = await of(`${file}:${lines[0].line}`);
        expect(origins.map((origin: { readonly field: string }) => origin.field)).toContain(field);
      }
    }
  });
});

describe('explain config/spokes/NAME.yaml', () => {
  const steps = async (lifecycle: string, more = '') => {
    const folder = layeredRoot({ 'config/spokes/amber.yaml': `${amberSpoke}lifecycle: ${lifecycle}\n${more}` });
    return (await runCli(['explain', 'config/spokes/amber.yaml', '--root', folder])).out;
  };

  test('says what the spoke is, and where that is said', async () => {
    const out = await explain('config/spokes/green.yaml');
    expect(out).toContain('config/spokes/green.yaml\n  spoke green on hub hub, active\n');
    expect(out).toMatch(/^ {2}network\.cidr +10\.1\.0\.0\/18 +config\/spokes\/green\.yaml:4$/m);
    expect(out).toMatch(/^ {2}versions\.kubernetes +"1\.35" +config\/config\.yaml:8$/m);
    expect(out).toContain('1. Write `lifecycle: retiring` into config/spokes/green.yaml.');
  });

  test('tells one that retires to wait for its applications', async () => {
    const out = await steps('retiring');
    expect(out).toContain('kubectl -n argocd get applications -l wheelwright.dev/spoke=amber');
    expect(out).toContain('2. Write `lifecycle: retired` into config/spokes/amber.yaml.');
    expect(out).not.toContain('delete application');
  });

  test('gives one that is retired the commands, with two approvals, in their order', async () => {
    const out = await steps('retired');
    const commands = [...out.matchAll(/^ {7}(\S.*)$/gm)].map(([, command = '']) =>
      command.replace(/ -o jsonpath=.*| --overwrite.*/, ''),
    );
    expect(commands).toEqual([
      'kubectl -n spoke-amber get eksclusters.kro.run amber',
      'kubectl -n argocd delete application spoke-amber --wait=false',
      'kubectl -n argocd annotate application spoke-amber',
      'kubectl -n argocd get application amber-infrastructure',
      'kubectl -n argocd annotate application amber-infrastructure',
      'kubectl -n spoke-amber get eksclusters.kro.run amber',
      'kubectl -n argocd get application spoke-amber',
      'git rm config/spokes/amber.yaml',
    ]);
    // ACTIVE and `delete` are what it says before the commit arrives, too.
    expect(out).toMatch(/prints ACTIVE, the same number twice, false and delete:[\s\S]*\{\.spec\.deletionProtection\}/);
    expect(out).toContain(
      'The cluster, its nodes and roles and its VPC are deleted in account main (222222222222). This cannot be undone.',
    );
    expect(await steps('retired', 'deletionPolicy: retain\n')).toContain(
      'Everything stays in account main (222222222222), without an owner.',
    );
  });
});
