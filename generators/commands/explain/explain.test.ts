import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownCodes } from '../../codes/known-codes.ts';
import { repositoryRoot } from '../../testing/example-fleet.ts';
import { clusterFile, lineWith } from '../../testing/layered-repository.ts';
import { explain, layeredOutput, layeredRoot } from '../../testing/layered-root.ts';
import { runCli } from '../../testing/run-cli.ts';

describe('explain CODE', () => {
  test('shows what must hold and what the bad example gives', async () => {
    const out = await explain('network/cidr-overlap');
    expect(out).toContain('network/cidr-overlap\n  The ranges of VPCs do not overlap');
    expect(out).toContain('This is refused:\n\n  # config/spokes/green.yaml\n  environment: production\n');
    expect(out).toMatch(
      /What is said of it:\n\n {2}error\[network\/cidr-overlap\]: .*\n {4}--> config\/spokes\/green\.yaml:4:17\n/,
    );
    expect(out).toContain('This is fine:\n\n  # config/spokes/green.yaml\n');
  });

  test('shows what is typed, and what is said only where no shell is needed', async () => {
    const typed = await explain('out/edited-file');
    expect(typed).toContain('This is refused:\n\n  $\n  echo "# mine" >> out/');
    expect(typed).not.toContain('What is said of it');
    expect(await explain('yaml/duplicate-key')).toContain('What is said of it:\n\n  error[yaml/duplicate-key]: ');
  });

  test('lists every code without an argument, by area', async () => {
    const { exit, out } = await runCli(['explain']);
    expect(exit).toBe(0);
    for (const { code, summary } of knownCodes) {
      expect(out).toMatch(new RegExp(`^  ${code} +\\S`, 'm'));
      expect(out).toContain(summary);
    }
    expect(JSON.parse((await runCli(['explain', '--format', 'json'])).out)).toHaveLength(knownCodes.length);
  });

  test('an unknown code gets the nearest', async () => {
    const { exit, err } = await runCli(['explain', 'network/cidr-overlaps']);
    expect(exit).toBe(2);
    expect(err).toContain(
      '"network/cidr-overlaps" is no code of a diagnostic, and no path of out/ or config/. Did you mean "network/cidr-overlap"?',
    );
  });

  test('every code that stands in the sources is explained', () => {
    const generators = join(repositoryRoot, 'generators');
    const sources = readdirSync(generators, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(testing|commands|checks)[/\\]/.test(file),
      )
      .map((file) => readFileSync(join(generators, file), 'utf8'));
    const areas = [...new Set(knownCodes.map(({ code }) => code.slice(0, code.indexOf('/'))))].join('|');
    const used = sources.flatMap((text) => [
      ...text.matchAll(
        new RegExp(`(?<=\\bcode: |error\\(|warning\\(|Problem\\(|Error\\(|Warning\\()'((?:${areas})/[a-z0-9-]+)'`, 'g'),
      ),
    ]);
    const known = new Set(knownCodes.map(({ code }) => code));
    expect(used.length).toBeGreaterThan(20);
    expect([...new Set(used.map(([, code]) => code))].filter((code) => !known.has(code ?? ''))).toEqual([]);
  });
});

describe('explain out/FILE', () => {
  test('says whose it is, how it is delivered, and which lines it is made from', async () => {
    const out = await explain(clusterFile('green'));
    expect(out).toContain('  belongs to spoke green (config/spokes/green.yaml)\n  holds EKSCluster "green"\n');
    const applications = [...out.matchAll(/^ +Application "([^"]+)"/gm)].map(([, name]) => name);
    expect(applications).toEqual(['hub', 'fleet', 'spoke-green', 'green-infrastructure']);
    expect(out).toMatch(
      /Application "green-infrastructure" in wave 3: out\/hubs\/hub\/spokes\/green\/infrastructure, to the hub/,
    );
    expect(out).toMatch(/kro {2}makes resources of \d+ sorts from it, by the graph ekscluster\.kro\.run/);
    expect(out).toMatch(/^ {4}config\/spokes\/green\.yaml:4 +network\.nat: single +line \d+$/m);
    expect(out).toMatch(/^ {4}config\/environments\/staging\.yaml:2 +tags\.environment: staging +line \d+$/m);
    expect(out).toMatch(/^ {4}default +serviceCidr: 172\.20\.0\.0\/16 +line \d+$/m);
    expect(out).toMatch(/^ {2}account main\n {4}config\/accounts\/main\.yaml:1 +id: "222222222222" /m);
  });

  test.each([
    ['out/hubs/hub/spokes/green/applications/shop/kustomization.yaml', /kustomize {2}makes .*Deployment "web".* of it/],
    ['out/hubs/hub/fleet-parameters/green.json', /ApplicationSet {2}makes the parent Application/],
    ['out/shared/bases/web-service/deployment.yaml', /kustomize {2}reads it for shop of green/],
    ['out/hubs/hub/bootstrap/hub-bootstrap.yaml', /config\/config\.yaml:4 +repository\.url/],
    ['out/hubs/hub/accounts/main/_account.yaml', /Application "account-main" in wave -1/],
  ])('%s', async (path, expected) => {
    expect(await explain(path)).toMatch(expected);
  });

  test('a file that is not made gets the nearest', async () => {
    const { exit, err } = await runCli([
      'explain',
      'out/hubs/hub/spokes/green/infrastructure/clusters.yaml',
      '--root',
      layeredRoot(),
    ]);
    expect(exit).toBe(2);
    expect(err).toContain(
      `The configuration makes no file out/hubs/hub/spokes/green/infrastructure/clusters.yaml. Did you mean "${clusterFile('green')}"?`,
    );
  });
});

describe('explain out/FILE:LINE', () => {
  test('shows every layer that says something, and the one that wins', async () => {
    const line = lineWith(await layeredOutput(clusterFile('green')), 'nat: single');
    expect(await explain(`${clusterFile('green')}:${line}:3`)).toBe(`${clusterFile('green')}:${line}
${line} |       nat: single
  spec.ownNetwork[0].nat of EKSCluster "green"

Made from:

  network.nat of spoke green: single
    config/config.yaml:19               defaults             says single
    config/environments/staging.yaml:1  environment staging  says per-az
    config/spokes/green.yaml:4          spoke green          says single  <- wins
`);
  });

  test('a default names the file that may say something else', async () => {
    const line = lineWith(await layeredOutput(clusterFile('green')), 'serviceIPv4CIDR');
    expect(await explain(`${clusterFile('green')}:${line}`)).toContain(
      '  serviceCidr of spoke green: 172.20.0.0/16\n    a default: no file says it; config/spokes/green.yaml may\n',
    );
  });

  test('a line that comes from several files shows all of them, the likeliest first', async () => {
    const path = 'out/terraform/accounts/main/terraform.tfvars.json';
    const [, line] = (await explain(path)).match(/config\/config\.yaml:2 +organisation: acme +lines (\d+)/) ?? [];
    const { origins } = JSON.parse(await explain(`${path}:${line}`, '--format', 'json'));
    const fields = origins.map((origin: { readonly field: string }) => origin.field);
    expect(fields).toEqual(expect.arrayContaining(['organisation', 'id']));
  });

  test('a line that nothing changes says so', async () => {
    const out = await explain(`${clusterFile('green')}:2`);
    expect(out).toContain(
      'No line of the configuration makes this one: it is the same for every spoke. `patches` can change it if docs/reference/who-may-do-what.md has its field.',
    );
  });

  test('there is no line beyond the end', async () => {
    const { exit, err } = await runCli(['explain', `${clusterFile('green')}:9999`, '--root', layeredRoot()]);
    expect(exit).toBe(2);
    expect(err).toMatch(/has \d+ lines, so there is no line 9999\./);
  });
});

test('a configuration with errors is shown as it is', async () => {
  const { exit, out } = await runCli([
    'explain',
    'config/spokes/green.yaml:1',
    '--root',
    layeredRoot({ 'config/spokes/green.yaml': 'enviroment: x\n' }),
  ]);
  expect(exit).toBe(1);
  expect(out).toContain('config/spokes/green.yaml:1:1');
});
