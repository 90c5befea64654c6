import { argocdRole } from '../../../../clouds/aws/roles.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import type { Fields } from '../../../../model/rgd.ts';
import { principal } from './text-fields.ts';

export interface RegistrationInput {
  /** The role in the account of the cluster that Argo CD assumes. */
  readonly argocdRoleARN: string;
  /** "" for the endpoint of the cluster. */
  readonly server: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export const registrationTypes: Fields = {
  Text: 'string | maxLength=1024',
  Registration: {
    argocdRoleARN: `string | required=true pattern="^${principal}:role/[A-Za-z0-9+=,.@_/-]+$" maxLength=512 description="Role in the account of the cluster that Argo CD assumes"`,
    server:
      'string | default="" pattern="^(https://[A-Za-z0-9.-]+(:[0-9]+)?)?$" maxLength=253 description="Address of the API where it is not the endpoint, as of a private link"',
    labels: 'map[string]LabelValue | default={} description="Labels of the cluster Secret"',
    annotations: 'map[string]Text | default={} description="Annotations of the cluster Secret"',
  },
};

export function registrationInput(spoke: Spoke, hub: Hub, account: Account, fleet: Fleet): RegistrationInput {
  return {
    argocdRoleARN: argocdRole(fleet, hub, account),
    server: '',
    labels: {
      'wheelwright.dev/account': spoke.account,
      'wheelwright.dev/environment': spoke.environment,
      'wheelwright.dev/region': spoke.region,
      'wheelwright.dev/spoke': spoke.name,
    },
    annotations: {},
  };
}
