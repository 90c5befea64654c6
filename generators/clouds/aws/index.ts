import type { Cloud } from '../cloud.ts';
import { controllers } from './controllers.ts';
import { accountVariables, hubVariables } from './handoff.ts';
import { roleAccountMap } from './role-account-map.ts';
import { zones } from './zones.ts';

const aws: Cloud = {
  title: 'AWS',
  service: 'EKS',
  zones,
  kubernetesVersions: ['1.31', '1.32', '1.33', '1.34', '1.35', '1.36'],
  controllers,
  namespace: 'ack-system',
  hubObjects: (hub, fleet) => ({ 'ack-role-account-map.yaml': [roleAccountMap(hub, fleet)] }),
  // ACK reads both from the namespace alone; a default region is `default-region` there, and `region` on an object.
  scope: ({ id }, region) => ({
    'services.k8s.aws/default-region': region,
    'services.k8s.aws/owner-account-id': id,
  }),
  handoff: { hub: hubVariables, account: accountVariables },
};

export default aws;
