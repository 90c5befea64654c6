import { celDigest } from '../../../../../kro/cel-text.ts';
import type { Rgd, RgdResource } from '../../../../../model/rgd.ts';

/** AWS cannot give an entry another principal, and ACK would ignore the change in silence: the name changes with it. */
const accessEntry = (name: string, principal: string, fields: Readonly<Record<string, unknown>>) => ({
  apiVersion: 'eks.services.k8s.aws/v1alpha1',
  kind: 'AccessEntry',
  metadata: { name: `${name}-\${${celDigest(principal)}}` },
  spec: { clusterName: '${cluster.spec.name}', principalARN: `\${${principal}}`, type: 'STANDARD', ...fields },
});

const argocdAccess: RgdResource = {
  id: 'argocdAccess',
  template: accessEntry('${schema.spec.name}-argocd', 'schema.spec.registration.argocdRoleARN', {
    kubernetesGroups: [],
    accessPolicies: [
      {
        policyARN: 'arn:${schema.spec.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        accessScope: { type: 'cluster' },
      },
    ],
  }),
};

const accessEntries: RgdResource = {
  id: 'accessEntries',
  forEach: [{ entry: '${schema.spec.access}' }],
  template: accessEntry('${schema.spec.name}-access-${entry.name}', 'entry.principalARN', {
    kubernetesGroups: '${entry.kubernetesGroups}',
    accessPolicies:
      '${entry.policyARN == "" ? [] : [{"policyARN": entry.policyARN, "accessScope": {"type": "cluster"}}]}',
  }),
};

export const accessNodes = [argocdAccess, accessEntries];

export const access: NonNullable<Rgd['access']> = {
  after: accessEntries.id,
  // That of its spoke, also where the names of resources begin otherwise.
  name: 'schema.metadata.name',
  server: 'schema.spec.registration.server == "" ? cluster.status.endpoint : schema.spec.registration.server',
  authority: 'cluster.status.certificateAuthority.data',
  // The role is read from the entry: before it exists, and after it has gone, it could do nothing.
  credentials: { from: 'eks', cluster: 'cluster.spec.name', role: 'argocdAccess.spec.principalARN' },
  namespace: 'schema.metadata.namespace',
  labels: 'schema.spec.registration.labels',
  annotations: 'schema.spec.registration.annotations',
};
