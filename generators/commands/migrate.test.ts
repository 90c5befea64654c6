import { describe, expect, onTestFinished, test } from 'vitest';
import { readTexts, temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';

const old = {
  ...smallRepository,
  'config/config.yaml': `# Ours.
organisation: acme
repository: {url: https://github.com/acme/platform, revision: refs/heads/main}
versions:
  library: v1
  kubernetes: "1.35"
  kro: 0.9.4
  ack: {cloudwatchlogs: 1.4.1, ec2: 1.20.0, eks: 1.20.0, iam: 1.8.1, kms: 1.4.1}
  # Pinned.
  eksAddons: # all four
    coredns: v1.12.4-eksbuild.1
    eks-pod-identity-agent: v1.3.8-eksbuild.2
    kube-proxy: v1.35.0-eksbuild.2
    vpc-cni: v1.20.1-eksbuild.1
  addons: {}
defaults: {network: {azCount: 3, nat: single}, eksAddons: {coredns: {}, eks-pod-identity-agent: {}, kube-proxy: {}, vpc-cni: {}}, supportType: STANDARD, nodeGroups: {default: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 2, max: 6}}}
`,
  'config/spokes/blue.yaml': `environment: production
account: main
region: eu-west-1
network: {cidr: 10.0.0.0/18}
logging:
  retentionDays: 30 # days
`,
};

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, files);
  return root;
}

describe('migrate', () => {
  test('edits files of an earlier format in place, keeps comments, and says what it changed', async () => {
    const root = rootWith(old);
    const told = `config/config.yaml: format: 1
config/config.yaml: defaults.eksAddons moved to defaults.eks.addons
config/config.yaml: defaults.supportType moved to defaults.eks.supportType
config/config.yaml: versions.eksAddons moved to versions.eks.addons
config/spokes/blue.yaml: logging moved to eks.logging
`;
    expect(await runCli(['migrate', '--check', '--root', root])).toEqual({
      exit: 1,
      out: `${told}2 files to change.\n`,
      err: '',
    });
    expect(readTexts(root, 'config')['config/config.yaml']).toBe(old['config/config.yaml']);
    expect((await runCli(['migrate', '--root', root])).out).toBe(`${told}2 files changed.\n`);
    const { 'config/config.yaml': config = '', 'config/spokes/blue.yaml': blue } = readTexts(root, 'config');
    expect(config.startsWith('format: 1\n# Ours.\norganisation: acme\n')).toBe(true);
    expect(config).toContain('  # Pinned.\n  eks:\n    addons: # all four\n      coredns: v1.12.4-eksbuild.1\n');
    expect(config).toContain(
      'nat: single}, eks: {addons: {coredns: {}, eks-pod-identity-agent: {}, kube-proxy: {}, vpc-cni: {}}, supportType: STANDARD}, nodeGroups',
    );
    expect(blue).toMatch(/\neks:\n {2}logging:\n {4}retentionDays: 30 # days\n$/);
    expect((await runCli(['migrate', '--check', '--root', root])).out).toBe('Nothing to do: config/ is in format 1.\n');
    expect(await runCli(['build', '--root', root])).toMatchObject({ exit: 0 });
  });

  test('tells what only a person can move, and then changes nothing', async () => {
    const twice = `${old['config/spokes/blue.yaml']}eks: {logging: {retentionDays: 90}}\n`;
    const root = rootWith({ ...old, 'config/spokes/blue.yaml': twice });
    const { exit, out } = await runCli(['migrate', '--root', root]);
    expect(exit).toBe(1);
    expect(out).toContain('error[schema/moved-field]: "logging" is "eks.logging" now.');
    expect(out).toContain('config/spokes/blue.yaml:5');
    expect(out).toContain('help: Move it there: it is written in a way that is not changed by itself.');
    expect(readTexts(root, 'config')['config/config.yaml']).toBe(old['config/config.yaml']);
  });

  test('changes nothing of a newer format, and the compiler says so, too', async () => {
    const root = rootWith({
      ...smallRepository,
      'config/config.yaml': smallRepository['config/config.yaml']?.replace('format: 1', 'format: 2\nnew: field') ?? '',
    });
    const message = 'error[file/format]: These files are in format 2, and this Wheelwright reads format 1.';
    for (const verb of ['migrate', 'build']) {
      const { exit, out } = await runCli([verb, '--root', root]);
      expect([exit, out.split('\n')[0]]).toEqual([1, message]);
      expect(out).toContain('1 error\n');
    }
  });

  test('is what a configuration without a format is told to run, and nothing else', async () => {
    const { exit, out } = await runCli(['build', '--root', rootWith(old)]);
    expect(exit).toBe(1);
    expect(out).toContain('help: Run `wheelwright migrate`');
    expect(out).toContain('1 error\n');
  });
});
