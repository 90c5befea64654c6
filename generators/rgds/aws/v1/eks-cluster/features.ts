import { awsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import type { Network, Spoke } from '../../../../model/fleet.ts';
import type { Feature } from '../../../../model/rgd.ts';
import { identitiesIn } from './addon-inputs.ts';
import { CLUSTER_POLICIES, NODE_POLICIES } from './nodes/roles.ts';

const clusters: Feature = {
  name: 'clusters',
  kinds: ['AccessEntry', 'Addon', 'Alias', 'Cluster', 'Key', 'LogGroup', 'OpenIDConnectProvider', 'Role'],
  policies: CLUSTER_POLICIES,
};
const nodeGroups: Feature = { name: 'node groups', kinds: ['Nodegroup'], policies: NODE_POLICIES };

/** A shared network has no cluster of its own. */
export function clusterFeatures(of: Spoke | Network): readonly Feature[] {
  if (!('nodeGroups' in of)) return [];
  const identities = identitiesIn(awsSpoke(of)).map(
    ({ name, policies }): Feature => ({ name: `pods of ${name}`, kinds: ['PodIdentityAssociation'], policies }),
  );
  return [clusters, nodeGroups, ...identities];
}
