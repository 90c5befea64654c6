// Breaks the compiler on purpose, one place at a time, in a copy of the repository, and expects a proof to fail:
// `node conformance/run.mjs break [NUMBER…]`. What a proof cannot catch here, it would not catch in a change either.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each stands once in its file. `proof` is the one that fails; those that it goes on from pass. */
export const breakages = [
  {
    what: 'a wave changed: add-ons come together with the cluster',
    file: 'generators/owners/bundles/addon-bundles.ts',
    from: 'const wave = waves[addon.stage];',
    to: 'const wave = 3;',
    proof: 'arrival',
  },
  {
    what: 'a health check dropped: that of the clusters',
    file: 'generators/delivery/argocd/health-checks.ts',
    from: "const builtIn = new Set(['argoproj.io/ApplicationSet']);",
    to: "const builtIn = new Set(['argoproj.io/ApplicationSet', 'kro.run/EKSCluster']);",
    proof: 'arrival',
  },
  {
    what: 'a wrong reference: Argo CD comes as the role of the cluster',
    file: 'generators/rgds/aws/v1/eks-cluster/nodes/access.ts',
    from: "role: 'argocdAccess.spec.principalARN'",
    to: "role: 'cluster.spec.roleARN'",
    proof: 'arrival',
  },
  {
    what: 'a missing permission in an AppProject: graphs',
    file: 'generators/delivery/argocd/app-project.ts',
    from: 'clusterResourceWhitelist: rights.clusterKinds,',
    to: "clusterResourceWhitelist: rights.clusterKinds.filter(({ kind }) => kind !== 'ResourceGraphDefinition'),",
    proof: 'arrival',
  },
  {
    what: 'a field misspelt in an expression of a graph',
    file: 'generators/rgds/aws/v1/vpc-network/nat.ts',
    from: 'it.status.subnetID)',
    to: 'it.status.subnetId)',
    proof: 'arrival',
  },
  {
    what: 'an annotation misspelt: every wave',
    file: 'generators/delivery/argocd/marks.ts',
    from: "'argocd.argoproj.io/sync-wave'",
    to: "'argocd.argoproj.io/sync-waves'",
    proof: 'arrival',
  },
  {
    what: 'a selector dropped from what the compiler says that kustomize makes',
    file: 'generators/kube/kustomize/transform.ts',
    from: '{ selectors: includeSelectors,',
    to: '{ selectors: false,',
    proof: 'kustomize',
  },
  {
    what: 'Applications deleted with their parameters',
    file: 'generators/delivery/argocd/fleet-application-set.ts',
    from: "applicationsSync: 'create-update'",
    to: "applicationsSync: 'sync'",
    proof: 'application-sets',
  },
  {
    what: 'an edge removed: nodes take a version before the control plane has it',
    file: 'generators/rgds/aws/v1/eks-cluster/nodes/upgrade-marks.ts',
    from: "version: '${{cluster.spec.version: cluster.spec.version}[schema.spec.version]}'",
    to: "version: '${schema.spec.version}'",
    proof: 'change',
  },
  {
    what: 'faults of the cloud no longer Degraded: a spoke waits in silence',
    file: 'generators/delivery/argocd/health-checks.ts',
    from: 'if #faults > 0 then',
    to: 'if #faults < 0 then',
    proof: 'gating',
  },
  {
    what: 'a confirmation dropped: infrastructure goes with its parent',
    file: 'generators/delivery/argocd/place-spoke.ts',
    from: "objectOptions: 'Prune=confirm,Delete=confirm'",
    to: "objectOptions: 'Prune=true'",
    proof: 'leaving',
  },
  {
    what: 'an edge removed: the network no longer outlives its cluster',
    file: 'generators/rgds/aws/v1/eks-cluster/nodes/cluster.ts',
    from: "needs: ['logGroup', 'ownNetwork', ...rolesOfNodes]",
    to: "needs: ['logGroup', ...rolesOfNodes]",
    proof: 'leaving',
  },
  {
    what: 'the logs of the control plane in one entry: AWS answers with two',
    file: 'generators/rgds/aws/v1/eks-cluster/nodes/cluster.ts',
    from: '.filter(e, size(e.types) > 0)',
    to: '.filter(e, e.enabled)',
    proof: 'arrival',
  },
  {
    what: 'a refused update taken for done: AWS calls the cluster active all the while',
    file: 'generators/clouds/aws/family.ts',
    from: `const READY = 'c.type == "Ready" && c.status == "True"'`,
    to: `const READY = 'c.type == "ACK.ResourceSynced" && c.status == "True"'`,
    proof: 'refused-change',
  },
  {
    what: 'planned waits of controllers taken for faults',
    file: 'generators/clouds/aws/family.ts',
    from: 'return planned.length === 0 ? tooMany',
    to: 'return planned.length >= 0 ? tooMany',
    proof: 'arrival',
  },
  {
    what: 'add-ons deleted while nodes are drained',
    file: 'generators/rgds/aws/v1/eks-cluster/nodes/roles.ts',
    from: "LEAVES_WITH_CLUSTER = '!schema.spec.deletionProtection'",
    to: "LEAVES_WITH_CLUSTER = 'false'",
    proof: 'leaving',
  },
  {
    what: 'a NAT gateway deleted before the routes to it',
    file: 'generators/rgds/aws/v1/vpc-network/route-tables.ts',
    from: '.all(id, id in ${STAYING_IDS})',
    to: '.all(id, true || id in ${STAYING_IDS})',
    proof: 'change',
  },
  {
    what: 'an action left out of the rights of controllers',
    file: 'generators/clouds/aws/provisioner/kind-actions.ts',
    from: "create: ['ec2:CreateNatGateway', 'ec2:CreateTags'],",
    to: "create: ['ec2:CreateTags'],",
    proof: 'rights',
  },
];

/**
 * A copy of what is committed or would be, with this one place changed.
 * @param {typeof breakages[number]} breakage
 */
function brokenCopy({ file, from, to }) {
  const folder = mkdtempSync(join(tmpdir(), 'wheelwright-broken-'));
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const path of files) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const text = readFileSync(join(root, file), 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold ${from} once`);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
  return folder;
}

/**
 * @param {string} folder
 * @param {string} proof
 * @returns {string | undefined} the first proof that failed
 */
function firstFailure(folder, proof) {
  const names = proof === 'arrival' ? [proof] : ['arrival', proof];
  // Engines that wait for what never comes need not wait as long as on a busy machine.
  const env = { ...process.env, CONFORMANCE_PATIENCE: process.env['CONFORMANCE_PATIENCE'] ?? '0.5' };
  const { stdout } = spawnSync(process.execPath, [join(folder, 'conformance/run.mjs'), ...names], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [, name, said = ''] = /^FAILED {2}(\S+).*\n((?: {4}.*\n)*)/m.exec(stdout) ?? [];
  const [why] = said.split('\n').filter((line) => line.includes('Error: '));
  if (why) console.log(why.slice(0, 600));
  return name;
}

/**
 * @param {readonly number[]} numbers
 * @returns {number} how many were not caught by their proof
 */
export function runBreakages(numbers) {
  let missed = 0;
  for (const [index, breakage] of breakages.entries()) {
    if (numbers.length > 0 && !numbers.includes(index + 1)) continue;
    const folder = brokenCopy(breakage);
    try {
      const failed = firstFailure(folder, breakage.proof);
      const caught = failed === breakage.proof;
      if (!caught) missed += 1;
      console.log(`${caught ? 'caught ' : 'MISSED '} ${index + 1}. ${breakage.what}: ${failed ?? 'nothing'} failed`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return missed;
}
