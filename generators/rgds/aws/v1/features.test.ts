import { expect, test } from 'vitest';
import { ack } from '../../../clouds/aws/family.ts';
import { actionsFor } from '../../../clouds/aws/provisioner/provisioner-policy.ts';
import { delivery } from '../../../delivery/registry.ts';
import { vendoredKinds } from '../../../disk/vendored-kinds.ts';
import { expandSpoke } from '../../../expand/expand-spoke.ts';
import { flatten } from '../../../expand/expanded-object.ts';
import type { Manifest } from '../../../model/manifest.ts';
import { filesOf } from '../../../testing/example-fleet.ts';
import { repository } from '../../../testing/repository.ts';

const spoke = (network: string) => `environment: production\naccount: main\nregion: eu-west-1\nnetwork: ${network}\n`;
const existing =
  '{existing: {vpcId: vpc-0a1b2c3d4e5f60718, subnets: {private: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60712]}}}';

const kindOf = (object: Manifest) => (ack.owns(object) ? [object.kind] : []);

// What the controllers are allowed is what what is made of a spoke needs: no more, no less.
test.each([
  ['a network of its own', '{cidr: 10.1.0.0/18}'],
  ['no way out', '{cidr: 10.1.0.0/18, nat: none}'],
  ['no endpoint', '{cidr: 10.1.0.0/18, s3Endpoint: false, nat: single}'],
  ['a network of others', existing],
])('the role of an account may do what a spoke with %s needs', async (_, network) => {
  const { outputs = [], diagnostics } = await repository({ 'config/spokes/blue.yaml': spoke(network) }).compile();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const files = filesOf(outputs);
  const tree = expandSpoke('blue', delivery.argocd.deliver(files), vendoredKinds());
  const made = new Set(flatten(tree ? [tree] : []).flatMap(({ object }) => kindOf(object as unknown as Manifest)));
  expect(made.has('Cluster')).toBe(true);
  const { provisioner_role } = JSON.parse(files.get('out/terraform/accounts/main/terraform.tfvars.json') ?? '');
  const allowed = provisioner_role.policies.flatMap(({ Statement }: { Statement: readonly { Action: string[] }[] }) =>
    Statement.flatMap(({ Action }) => Action),
  );
  expect(allowed.sort()).toEqual(actionsFor(made));
});
