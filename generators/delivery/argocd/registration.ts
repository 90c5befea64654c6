import type { Registration } from '../../model/cluster-access.ts';
import { ARGOCD_NAMESPACE } from './application.ts';

/**
 * The Secret by which Argo CD knows a cluster. Its name is that of the namespace, so no instance can take another's. A Secret
 * that another graph, or another node, made would be pruned with it: the id stays.
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
export const registration: Registration = ({
  name,
  server,
  authority,
  credentials,
  namespace,
  labels,
  annotations,
}) => {
  const { cluster, role } = credentials;
  return {
    resources: [
      {
        id: 'registrationSecret',
        template: {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: `cluster-\${${namespace}}`,
            namespace: ARGOCD_NAMESPACE,
            labels: `\${${labels}.merge({"argocd.argoproj.io/secret-type": "cluster"})}`,
            annotations: `\${${annotations}}`,
          },
          stringData: {
            name: `\${${name}}`,
            server: `\${${server}}`,
            config: `\${json.marshal({"awsAuthConfig": {"clusterName": ${cluster}, "roleARN": ${role}}, "tlsClientConfig": {"insecure": false, "caData": ${authority}}})}`,
          },
        },
      },
    ],
  };
};
