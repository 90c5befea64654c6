import { awsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import type { Mark } from '../../../../model/marks.ts';
import { spokeNamespace } from '../../../../model/out-paths.ts';
import type { Instance } from '../../../../model/rgd.ts';
import { instanceAnnotations } from '../../../instance-annotations.ts';
import { factsOf } from './facts.ts';
import { specOf } from './spec.ts';
import { eksClusterTraces } from './traces.ts';

/** The instance of EKSCluster, with every default of the graph written out: what is not, differs for ever between Git and the cluster. */
export function eksClusterOf(spoke: Spoke, fleet: Fleet, mark: Mark): Instance {
  const { name } = spoke;
  const hub = fleet.hubs.get(spoke.hub) as Hub;
  const account = fleet.accounts.get(spoke.account) as Account;
  const spec = specOf({ spoke: awsSpoke(spoke), hub, account, fleet });
  const metadata = { name, namespace: spokeNamespace(name), annotations: instanceAnnotations(mark) };
  return {
    file: 'cluster.yaml',
    manifest: { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster', metadata, spec },
    traces: () => eksClusterTraces(spoke, spec),
    facts: factsOf(spec),
  };
}
