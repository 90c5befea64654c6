import { describe, expect, test } from 'vitest';
import { layeredRoot } from '../../testing/layered-root.ts';
import { runCli } from '../../testing/run-cli.ts';

describe('explain config/accounts/FILE', () => {
  test('says what its role must be allowed, for what, and for whom', async () => {
    const folder = layeredRoot({});
    const { out, exit } = await runCli(['explain', 'config/accounts/main.yaml', '--root', folder]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^ {2}account main \(\d{12}\) of hub hub$/m);
    expect(out).toContain('out/terraform/accounts/main/terraform.tfvars.json');
    expect(out).toMatch(/^ {2}NAT gateways: amber.*\n {4}ec2 {3}AllocateAddress CreateNatGateway CreateTags/m);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('can be read by programs', async () => {
    const args = ['explain', 'config/accounts/main.yaml', '--root', layeredRoot({}), '--format', 'json'];
    const { features } = JSON.parse((await runCli(args)).out);
    const nodes = features.find(({ name }: { name: string }) => name === 'node groups');
    expect(nodes.actions).toContain('eks:CreateNodegroup');
    expect(nodes.usedBy).toContain('green');
  });
});
