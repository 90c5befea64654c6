import type { Spoke } from '../../../../model/fleet.ts';
import type { Trace } from '../../../../model/manifest.ts';
import { activeNodeGroups } from './node-group-inputs.ts';
import type { EksClusterSpec } from './spec.ts';

/** Field of a node group in the instance: field in the config, where they differ. */
const nodeGroupFields: Readonly<Record<string, string>> = { amiType: 'ami', capacityType: 'capacity' };

/** How the instance follows from the config of the spoke. */
export function eksClusterTraces(spoke: Spoke, spec: EksClusterSpec): readonly Trace[] {
  const traces: Trace[] = [
    { at: ['metadata'], from: [] },
    { at: ['spec', 'clusterName'], from: ['cluster', 'name'] },
    { at: ['spec', 'region'], from: ['region'] },
    { at: ['spec', 'version'], from: ['versions', 'kubernetes'] },
    { at: ['spec', 'supportType'], from: ['eks', 'supportType'] },
    { at: ['spec', 'network'], from: ['network'] },
    { at: ['spec', 'ownNetwork'], from: ['network'] },
    { at: ['spec', 'serviceIPv4CIDR'], from: ['serviceCidr'] },
    { at: ['spec', 'endpoint', 'public'], from: ['endpoint', 'public'] },
    {
      at: ['spec', 'endpoint', 'publicAccessCIDRs'],
      from: ['endpoint', spoke.endpoint.public ? 'publicCidrs' : 'formerCidrs'],
    },
    { at: ['spec', 'logTypes'], from: ['eks', 'logging', 'types'] },
    { at: ['spec', 'logRetentionDays'], from: ['eks', 'logging', 'retentionDays'] },
    { at: ['spec', 'deletionProtection'], from: ['lifecycle'] },
    { at: ['spec', 'deletionPolicy'], from: ['deletionPolicy'] },
    { at: ['spec', 'access'], from: ['teams'] },
    { at: ['spec', 'registration', 'labels', 'wheelwright.dev/environment'], from: ['environment'] },
    { at: ['spec', 'registration'], from: ['account'] },
    { at: ['spec', 'tags'], from: ['tags'] },
  ];
  for (const field of ['cidr', 'nat', 's3Endpoint', 'existing'] as const) {
    traces.push({ at: ['spec', 'ownNetwork', 0, field], from: ['network', field] });
  }
  activeNodeGroups(spoke).forEach(([name], index) => {
    const group = ['spec', 'nodeGroups', index];
    traces.push({ at: group, from: ['nodeGroups', name] });
    for (const [at, from] of Object.entries(nodeGroupFields))
      traces.push({ at: [...group, at], from: ['nodeGroups', name, from] });
  });
  for (const list of ['addonsBeforeNodes', 'addonsAfterNodes'] as const) {
    spec[list].forEach(({ name }, index) => {
      traces.push({ at: ['spec', list, index], from: ['eks', 'addons', name] });
      traces.push({ at: ['spec', list, index, 'version'], from: ['versions', 'eks', 'addons', name] });
      traces.push({ at: ['spec', list, index, 'configurationValues'], from: ['eks', 'addons', name, 'configuration'] });
    });
  }
  return traces;
}
