import type { Fields } from '../../../../model/rgd.ts';
import { ZONE } from '../network-input.ts';

export interface AccessInput {
  readonly name: string;
  readonly principalARN: string;
  readonly kubernetesGroups: readonly string[];
  /** An EKS access policy for the whole cluster; "" where RBAC on the groups decides alone. */
  readonly policyARN: string;
}

export interface TaintInput {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'NO_EXECUTE' | 'PREFER_NO_SCHEDULE';
}

export interface NodeGroupInput {
  readonly name: string;
  /** Zones of its subnets; empty for all zones of the network. */
  readonly azs: readonly string[];
  readonly instanceTypes: readonly string[];
  readonly amiType: string;
  readonly capacityType: 'ON_DEMAND' | 'SPOT';
  /** GiB */
  readonly diskSize: number;
  readonly min: number;
  readonly desired: number;
  readonly keepDesired: boolean;
  readonly max: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly TaintInput[];
}

export interface EksAddonInput {
  readonly name: string;
  readonly version: string;
  readonly configurationValues: Readonly<Record<string, unknown>>;
}

export interface PodIdentityInput {
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly policyARNs: readonly string[];
  /** Texts of policies of its own, by name. */
  readonly inlinePolicies: Readonly<Record<string, string>>;
}

export interface RegistrationInput {
  /** The role in the account of the cluster that Argo CD assumes. */
  readonly argocdRoleARN: string;
  /** "" for the endpoint of the cluster. */
  readonly server: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const name = (maxLength: number, what: string) =>
  `string | required=true pattern="^[a-z]([a-z0-9-]*[a-z0-9])?$" maxLength=${maxLength} description="${what}"`;
const dnsLabel = (what: string) =>
  `string | required=true immutable=true pattern="^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" maxLength=63 description="${what}"`;
const principal = 'arn:aws[a-z-]*:iam::[0-9]{12}';

export const accessTypes: Fields = {
  Group: 'string | pattern="^[A-Za-z0-9][A-Za-z0-9:._-]*$" maxLength=63',
  Access: {
    name: name(63, 'Name of the entry'),
    principalARN: `string | required=true pattern="^${principal}:(role|user)/[A-Za-z0-9+=,.@_/-]+$" maxLength=512 description="IAM role or user"`,
    kubernetesGroups: '[]Group | default=[] maxItems=20 description="Groups that RBAC binds"',
    policyARN:
      'string | default="" pattern="^(arn:aws[a-z-]*:eks::aws:cluster-access-policy/[A-Za-z0-9]+)?$" maxLength=200 description="EKS access policy for the whole cluster; empty for none"',
  },
};

/** What AWS cannot change in place is immutable here, so that the API server says so before anything is half done. */
export const nodeTypes: Fields = {
  LabelValue: 'string | maxLength=63 pattern="^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$"',
  InstanceType: 'string | pattern="^[a-z][a-z0-9-]*[.][a-z0-9-]+$" maxLength=40',
  NodeZone: `string | pattern="${ZONE}" maxLength=20`,
  Taint: {
    key: 'string | required=true pattern="^[A-Za-z0-9][A-Za-z0-9._/-]*$" maxLength=63 description="Key"',
    value: 'string | default="" pattern="^[A-Za-z0-9._-]*$" maxLength=63 description="Value"',
    effect: 'string | required=true enum="NO_SCHEDULE,NO_EXECUTE,PREFER_NO_SCHEDULE" description="Effect"',
  },
  NodeGroup: {
    name: name(63, 'Name of the node group'),
    azs: '[]NodeZone | default=[] maxItems=6 immutable=true description="Zones of its subnets; empty for all zones of the network"',
    instanceTypes:
      '[]InstanceType | required=true minItems=1 maxItems=20 immutable=true description="EC2 instance types"',
    amiType:
      'string | required=true immutable=true pattern="^[A-Z][A-Za-z0-9_]+$" maxLength=40 description="EKS AMI type"',
    capacityType:
      'string | default="ON_DEMAND" immutable=true enum="ON_DEMAND,SPOT" description="Kind of capacity that is bought"',
    diskSize:
      'integer | required=true immutable=true minimum=20 maximum=16384 description="Size of the root volume, in GiB"',
    min: 'integer | required=true minimum=0 maximum=450 description="Fewest nodes"',
    desired: 'integer | required=true minimum=0 maximum=450 description="Nodes"',
    keepDesired:
      'boolean | default=false description="Whether there are always that many; otherwise the group only starts with them, and an autoscaler decides"',
    max: 'integer | required=true minimum=1 maximum=450 description="Most nodes"',
    labels: 'map[string]LabelValue | default={} description="Kubernetes labels on the nodes"',
    taints: '[]Taint | default=[] maxItems=50 description="Kubernetes taints on the nodes"',
  },
};

export const addonTypes: Fields = {
  Addon: {
    name: name(40, 'Name of the EKS add-on'),
    version:
      'string | required=true pattern="^v[0-9]+[.][0-9]+[.][0-9]+-eksbuild[.][0-9]+$" maxLength=40 description="Version, as v1.20.1-eksbuild.1"',
    configurationValues: 'object | default={} description="Configuration values, as the schema of the add-on has them"',
  },
  PolicyArn: `string | pattern="^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+$" maxLength=512`,
  PolicyText: 'string | maxLength=10240',
  PodIdentity: {
    name: name(27, 'Name of the role, after the name of the cluster'),
    namespace: dnsLabel('Namespace of the service account'),
    serviceAccount: dnsLabel('Service account'),
    policyARNs: '[]PolicyArn | default=[] maxItems=10 description="Policies of the role"',
    inlinePolicies: 'map[string]PolicyText | default={} description="Policies that only this role has, by name"',
  },
};

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
