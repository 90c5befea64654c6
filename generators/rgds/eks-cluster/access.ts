import { celDigest } from '../cel.ts';
import type { RgdResource } from '../rgd.ts';

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

/** The Secret by which Argo CD knows the cluster. Its name is that of the namespace, so no instance can take another's. */
const registrationSecret: RgdResource = {
  id: 'registrationSecret',
  template: {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'cluster-${schema.metadata.namespace}',
      namespace: 'argocd',
      labels: '${schema.spec.registration.labels.merge({"argocd.argoproj.io/secret-type": "cluster"})}',
      annotations: '${schema.spec.registration.annotations}',
    },
    stringData: {
      name: '${schema.spec.name}',
      server: '${schema.spec.registration.server == "" ? cluster.status.endpoint : schema.spec.registration.server}',
      // The role is read from the entry: before it exists, and after it has gone, Argo CD could do nothing.
      config:
        '${json.marshal({"awsAuthConfig": {"clusterName": cluster.spec.name, "roleARN": argocdAccess.spec.principalARN}, "tlsClientConfig": {"insecure": false, "caData": cluster.status.certificateAuthority.data}})}',
    },
  },
};

export const accessNodes = [argocdAccess, accessEntries, registrationSecret];
