import { awsAccount } from '../../../../clouds/aws/aws-account.ts';
import type { AwsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import { LONGEST_BEGINNING, nameBeginning } from '../../../../clouds/aws/name-beginning.ts';
import type { Account, Fleet, Hub } from '../../../../model/fleet.ts';
import type { Trace } from '../../../../model/manifest.ts';
import { clusterName } from '../../../../model/names.ts';
import type { Fields } from '../../../../model/rgd.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import type { Path } from '../../../../source/path.ts';
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
import { type AccessInput, accessTypes, clusterAccess } from './access-inputs.ts';
import { addonInputs, addonTypes, type EksAddonInput, type PodIdentityInput, podIdentities } from './addon-inputs.ts';
import {
  type EndpointInput,
  endpointInput,
  type NetworkName,
  networkName,
  ownNetwork,
  zonesOf,
} from './network-inputs.ts';
import { type NodeGroupInput, nodeGroupInputs, nodeTypes } from './node-group-inputs.ts';
import { type RegistrationInput, registrationInput, registrationTypes } from './registration-input.ts';

export interface EksClusterSpec {
  readonly name: string;
  /** Where it is not `name`. */
  readonly clusterName?: string;
  readonly region: string;
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov';
  readonly version: string;
  readonly supportType: 'STANDARD' | 'EXTENDED';
  readonly network: NetworkName;
  readonly ownNetwork: readonly NetworkLayout[];
  readonly controlPlaneAZs: readonly string[];
  readonly serviceIPv4CIDR: string;
  readonly endpoint: EndpointInput;
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

/** What an instance is made for. */
interface Context {
  readonly spoke: AwsSpoke;
  readonly hub: Hub;
  readonly account: Account;
  readonly fleet: Fleet;
}

interface Field<Value> {
  /** One that came later than instances has no default: what an instance does not say is no difference then. */
  readonly schema: string;
  readonly value: (of: Context) => Value;
  /** Where the configuration says it, or all of it. */
  readonly from?: Path;
}

/** A field of the graph: what it takes, what a spoke has of it, and where that is said. */
const fields: { readonly [Name in keyof EksClusterSpec]-?: Field<EksClusterSpec[Name]> } = {
  name: {
    schema: `string | required=true immutable=true pattern="${NAME}" maxLength=${LONGEST_BEGINNING} description="Name of the cluster, and the beginning of all names around it"`,
    value: ({ spoke }) => nameBeginning(spoke.name),
  },
  clusterName: {
    schema:
      'string | immutable=true pattern="^[0-9A-Za-z][A-Za-z0-9_-]*$" maxLength=100 description="Name of the cluster itself, where it is another"',
    value: ({ spoke }) => (clusterName(spoke) === nameBeginning(spoke.name) ? undefined : clusterName(spoke)),
    from: ['cluster', 'name'],
  },
  region: {
    schema: `string | required=true immutable=true pattern="${REGION}" maxLength=20 description="Region of the namespace's account"`,
    value: ({ spoke }) => spoke.region,
    from: ['region'],
  },
  partition: {
    schema:
      'string | default="aws" immutable=true enum="aws,aws-cn,aws-us-gov" description="AWS partition of the account"',
    value: ({ hub }) => hub.partition,
  },
  version: {
    schema:
      'string | required=true pattern="^1[.][0-9]{2}$" description="Kubernetes minor version: the control plane takes it, then the nodes, then the add-ons that come after them"',
    value: ({ spoke }) => spoke.versions.kubernetes,
    from: ['versions', 'kubernetes'],
  },
  supportType: {
    schema:
      'string | default="STANDARD" enum="STANDARD,EXTENDED" description="At the end of standard support AWS upgrades the control plane by itself (STANDARD) or charges for extended support"',
    value: ({ spoke }) => spoke.eks.supportType,
    from: ['eks', 'supportType'],
  },
  network: {
    schema: 'Network | required=true description="The VPCNetwork that it lives in"',
    value: ({ spoke }) => networkName(spoke),
    from: ['network'],
  },
  ownNetwork: {
    schema: `[]OwnNetwork | default=[] maxItems=1 listType=map listMapKey=cidr validation="${sameNetwork}" description="Makes the VPCNetwork of that name; empty where it has a life of its own"`,
    value: ({ spoke }) => ownNetwork(spoke),
    from: ['network'],
  },
  controlPlaneAZs: {
    schema:
      '[]Zone | default=[] maxItems=6 immutable=true description="Zones of the interfaces of the control plane, at least two; AWS allows no others later. Empty: all zones of the network"',
    // Two are enough for the control plane, and AWS takes no other zones later: a third zone of the network must not move them.
    value: ({ spoke, fleet }) => zonesOf(spoke, fleet).slice(0, 2),
  },
  serviceIPv4CIDR: {
    schema: `string | default="172.20.0.0/16" immutable=true pattern="${CIDR}" maxLength=18 description="IPv4 range of Kubernetes services"`,
    value: ({ spoke }) => spoke.serviceCidr,
    from: ['serviceCidr'],
  },
  endpoint: {
    schema: `Endpoint | validation="${notOpenToAll}" description="The API; it can always be reached from the VPC"`,
    value: ({ spoke, hub }) => endpointInput(spoke, hub),
  },
  logTypes: {
    schema:
      '[]LogType | default=["api","audit","authenticator"] maxItems=5 description="Logs of the control plane that are kept"',
    value: ({ spoke }) => spoke.eks.logging.types,
    from: ['eks', 'logging', 'types'],
  },
  logRetentionDays: {
    schema:
      'integer | default=90 enum="1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653" description="Days that they are kept"',
    value: ({ spoke }) => spoke.eks.logging.retentionDays,
    from: ['eks', 'logging', 'retentionDays'],
  },
  zonalShift: {
    schema: 'boolean | default=true description="Whether traffic may be shifted away from an impaired zone"',
    value: () => true,
  },
  permissionsBoundary: {
    schema:
      'string | default="" pattern="^(arn:aws[a-z-]*:iam::[0-9]{12}:policy/[A-Za-z0-9+=,.@_/-]+)?$" maxLength=512 description="Policy that bounds every role that is made; empty for none"',
    value: ({ account }) => awsAccount(account).permissionsBoundary ?? '',
  },
  access: {
    schema: listOf('Access', 50, 'Who may use the Kubernetes API, besides Argo CD'),
    value: ({ spoke, hub, account, fleet }) => clusterAccess(spoke, hub, account, fleet),
    from: ['teams'],
  },
  nodeGroups: {
    schema: listOf('NodeGroup', 30, 'Managed node groups'),
    value: ({ spoke, fleet }) => nodeGroupInputs(spoke, zonesOf(spoke, fleet)),
  },
  addonsBeforeNodes: {
    schema: listOf('Addon', 20, 'EKS add-ons that nodes need to become ready'),
    value: ({ spoke }) => addonInputs(spoke, true),
  },
  addonsAfterNodes: {
    schema: listOf('Addon', 20, 'EKS add-ons that need nodes to run on'),
    value: ({ spoke }) => addonInputs(spoke, false),
  },
  podIdentities: {
    schema: listOf('PodIdentity', 100, 'IAM roles of service accounts, made before the add-ons'),
    value: ({ spoke, hub, fleet }) => podIdentities(spoke, hub, textFactsOf(spoke, fleet)),
  },
  registration: {
    schema: 'Registration | required=true description="How Argo CD reaches the cluster"',
    value: ({ spoke, hub, account, fleet }) => registrationInput(spoke, hub, account, fleet),
    from: ['account'],
  },
  deletionProtection: {
    schema: 'boolean | default=true description="AWS refuses to delete the cluster"',
    value: ({ spoke }) => spoke.lifecycle !== 'retired',
    from: ['lifecycle'],
  },
  deletionPolicy: {
    schema: deletionPolicyField,
    value: ({ spoke }) => spoke.deletionPolicy,
    from: ['deletionPolicy'],
  },
  tags: {
    schema: tagsField,
    value: ({ spoke }) => spoke.tags,
    from: ['tags'],
  },
};

const rows = Object.entries(fields);

export const spec: Fields = Object.fromEntries(rows.map(([name, { schema }]) => [name, schema]));

export const traces: readonly Trace[] = rows.flatMap(([name, { from }]) =>
  from === undefined ? [] : [{ at: ['spec', name], from }],
);

export function specOf(of: Context): EksClusterSpec {
  const said = rows.map(([name, { value }]) => [name, value(of)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as EksClusterSpec;
}
