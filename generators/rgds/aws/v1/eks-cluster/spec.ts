import { LONGEST_BEGINNING } from '../../../../clouds/aws/name-beginning.ts';
import type { Fields } from '../../../../model/rgd.ts';
import {
  CIDR,
  deletionPolicyField,
  type NetworkLayout,
  networkFields,
  networkTypes,
  REGION,
  tagsField,
  ZONE,
} from '../network-input.ts';
import type { AccessInput, EksAddonInput, NodeGroupInput, PodIdentityInput, RegistrationInput } from './spec-types.ts';
import { accessTypes, addonTypes, nodeTypes, registrationTypes } from './spec-types.ts';

export type { AccessInput, EksAddonInput, NodeGroupInput, PodIdentityInput };

export interface EksClusterSpec {
  readonly name: string;
  /** Where it is not `name`. */
  readonly clusterName?: string;
  readonly region: string;
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov';
  readonly version: string;
  readonly supportType: 'STANDARD' | 'EXTENDED';
  readonly network: { readonly name: string; readonly namespace: string };
  /** One for a network of its own, none for a shared one. */
  readonly ownNetwork: readonly NetworkLayout[];
  readonly controlPlaneAZs: readonly string[];
  readonly serviceIPv4CIDR: string;
  readonly endpoint: { readonly public: boolean; readonly publicAccessCIDRs: readonly string[] };
  readonly logTypes: readonly string[];
  readonly logRetentionDays: number;
  readonly zonalShift: boolean;
  readonly permissionsBoundary: string;
  readonly access: readonly AccessInput[];
  readonly nodeGroups: readonly NodeGroupInput[];
  readonly addonsBeforeNodes: readonly EksAddonInput[];
  readonly addonsAfterNodes: readonly EksAddonInput[];
  readonly podIdentities: readonly PodIdentityInput[];
  readonly registration: RegistrationInput;
  readonly deletionProtection: boolean;
  readonly deletionPolicy: 'delete' | 'retain';
  readonly tags: Readonly<Record<string, string>>;
}

const NAME = '^[a-z]([a-z0-9-]*[a-z0-9])?$';

export const types: Fields = {
  ...networkTypes,
  OwnNetwork: networkFields,
  Network: {
    name: `string | required=true immutable=true pattern="${NAME}" maxLength=63 description="Name of the VPCNetwork"`,
    namespace: `string | required=true immutable=true pattern="${NAME}" maxLength=63 description="Its namespace"`,
  },
  Zone: `string | pattern="${ZONE}" maxLength=20`,
  Cidr: `string | pattern="${CIDR}" maxLength=18`,
  LogType: 'string | enum="api,audit,authenticator,controllerManager,scheduler"',
  Endpoint: {
    public: 'boolean | default=false description="Whether the API can be reached from outside of the VPC"',
    publicAccessCIDRs:
      '[]Cidr | default=[] maxItems=40 description="Who may reach it from there; of a private endpoint those from when it was public, which EKS keeps"',
  },
  ...accessTypes,
  ...nodeTypes,
  ...addonTypes,
  ...registrationTypes,
};

/** A network that came or went, or other addresses, would take the cluster's network away from under it. */
const sameNetwork =
  'size(self) == size(oldSelf) && self.all(n, oldSelf.exists(o, o.cidr == n.cidr && o.existing.vpcID == n.existing.vpcID))';
/** AWS reads "public, and no ranges" as 0.0.0.0/0. The rule is tried on the default `{}` too, hence `has`. */
const notOpenToAll =
  '!has(self.public) || !self.public || (has(self.publicAccessCIDRs) && size(self.publicAccessCIDRs) > 0)';
const listOf = (type: string, maxItems: number, description: string) =>
  `[]${type} | default=[] maxItems=${maxItems} listType=map listMapKey=name description="${description}"`;

export const spec: Fields = {
  name: `string | required=true immutable=true pattern="${NAME}" maxLength=${LONGEST_BEGINNING} description="Name of the cluster, and the beginning of all names around it"`,
  clusterName:
    'string | immutable=true pattern="^[0-9A-Za-z][A-Za-z0-9_-]*$" maxLength=100 description="Name of the cluster itself, where it is another"',
  region: `string | required=true immutable=true pattern="${REGION}" maxLength=20 description="Region of the namespace's account"`,
  partition:
    'string | default="aws" immutable=true enum="aws,aws-cn,aws-us-gov" description="AWS partition of the account"',
  version:
    'string | required=true pattern="^1[.][0-9]{2}$" description="Kubernetes minor version: the control plane takes it, then the nodes, then the add-ons that come after them"',
  supportType:
    'string | default="STANDARD" enum="STANDARD,EXTENDED" description="At the end of standard support AWS upgrades the control plane by itself (STANDARD) or charges for extended support"',
  network: 'Network | required=true description="The VPCNetwork that it lives in"',
  ownNetwork: `[]OwnNetwork | default=[] maxItems=1 listType=map listMapKey=cidr validation="${sameNetwork}" description="Makes the VPCNetwork of that name; empty where it has a life of its own"`,
  controlPlaneAZs:
    '[]Zone | default=[] maxItems=6 immutable=true description="Zones of the interfaces of the control plane, at least two; AWS allows no others later. Empty: all zones of the network"',
  serviceIPv4CIDR: `string | default="172.20.0.0/16" immutable=true pattern="${CIDR}" maxLength=18 description="IPv4 range of Kubernetes services"`,
  endpoint: `Endpoint | validation="${notOpenToAll}" description="The API; it can always be reached from the VPC"`,
  logTypes:
    '[]LogType | default=["api","audit","authenticator"] maxItems=5 description="Logs of the control plane that are kept"',
  logRetentionDays:
    'integer | default=90 enum="1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653" description="Days that they are kept"',
  zonalShift: 'boolean | default=true description="Whether traffic may be shifted away from an impaired zone"',
  permissionsBoundary:
    'string | default="" pattern="^(arn:aws[a-z-]*:iam::[0-9]{12}:policy/[A-Za-z0-9+=,.@_/-]+)?$" maxLength=512 description="Policy that bounds every role that is made; empty for none"',
  access: listOf('Access', 50, 'Who may use the Kubernetes API, besides Argo CD'),
  nodeGroups: listOf('NodeGroup', 30, 'Managed node groups'),
  addonsBeforeNodes: listOf('Addon', 20, 'EKS add-ons that nodes need to become ready'),
  addonsAfterNodes: listOf('Addon', 20, 'EKS add-ons that need nodes to run on'),
  podIdentities: listOf('PodIdentity', 100, 'IAM roles of service accounts, made before the add-ons'),
  registration: 'Registration | required=true description="How Argo CD reaches the cluster"',
  deletionProtection: 'boolean | default=true description="AWS refuses to delete the cluster"',
  deletionPolicy: deletionPolicyField,
  tags: tagsField,
};
