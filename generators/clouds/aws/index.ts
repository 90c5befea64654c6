import type { Cloud } from '../cloud.ts';
import { checks } from './checks/registry.ts';
import { controllers, pinned } from './controllers.ts';
import { accountVariables, hubVariables } from './handoff.ts';
import { kubernetesVersions } from './kubernetes-versions.ts';
import { meantAddon } from './meant-addon.ts';
import { openConfiguration } from './open-configuration.ts';
import { actionsFor } from './provisioner/provisioner-policy.ts';
import { roleAccountMap } from './role-account-map.ts';
import { start } from './start.ts';
import { zones } from './zones.ts';

const aws: Cloud = {
  title: 'AWS',
  service: 'EKS',
  zones,
  kubernetesVersions,
  managedAddons: {
    title: 'EKS add-on',
    path: ['eks', 'addons'],
    earlierFacts: ['versions.eksAddons.*'],
    configuration: 'configuration',
    openConfiguration,
    meant: meantAddon,
  },
  controllers,
  pinned,
  domains: ['amazonaws.com', 'k8s.aws'],
  nodeDomains: ['eks.amazonaws.com'],
  namespace: 'ack-system',
  hubObjects: (hub, fleet) => ({ 'ack-role-account-map.yaml': [roleAccountMap(hub, fleet)] }),
  // ACK reads both from the namespace alone; a default region is `default-region` there, and `region` on an object.
  scope: ({ id }, region) => ({
    'services.k8s.aws/default-region': region,
    'services.k8s.aws/owner-account-id': id,
  }),
  actionsFor,
  handoff: { hub: hubVariables, account: accountVariables },
  start,
  checks,
};

export default aws;
