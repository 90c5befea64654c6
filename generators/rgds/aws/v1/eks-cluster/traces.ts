import type { Spoke } from '../../../../model/fleet.ts';
import type { Trace } from '../../../../model/manifest.ts';
import { activeNodeGroups } from './node-group-inputs.ts';
import { type EksClusterSpec, traces as fieldTraces } from './spec.ts';

/** Field of a node group in the instance: field in the config, where they differ. */
const nodeGroupFields: Readonly<Record<string, string>> = { amiType: 'ami', capacityType: 'capacity' };

/** How the instance follows from the config of the spoke. */
export function eksClusterTraces(spoke: Spoke, spec: EksClusterSpec): readonly Trace[] {
  const traces: Trace[] = [
    ...fieldTraces,
    { at: ['metadata'], from: [] },
    { at: ['spec', 'endpoint', 'public'], from: ['endpoint', 'public'] },
    {
      at: ['spec', 'endpoint', 'publicAccessCIDRs'],
      from: ['endpoint', spoke.endpoint.public ? 'publicCidrs' : 'formerCidrs'],
    },
    { at: ['spec', 'registration', 'labels', 'wheelwright.dev/environment'], from: ['environment'] },
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
