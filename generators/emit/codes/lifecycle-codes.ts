import type { Catalogue } from '../../diagnostics/catalogue.ts';
import { exampleHub, exampleSpoke } from '../../diagnostics/example-files.ts';

const blue = 'config/spokes/blue.yaml';
const account = (hub: string) => `id: "333333333333"\nregions: [eu-west-1]\nhub: ${hub}\n`;

const large = 'nodeGroups: {large: {instanceTypes: [m7i.xlarge], ami: BOTTLEROCKET_x86_64, min: 1, max: 3}}';

/** The change against what exists. */
export const lifecycleCodes = {
  'lifecycle/vanished': {
    severity: 'error',
    summary: 'A spoke or a network leaves the configuration only after it was retired.',
    details:
      'Deleting the file deletes nothing in the cloud: the cluster would go on running with nobody watching it. `lifecycle: retiring` takes the applications away, then `retired` lets the cloud resources go, then the file may be deleted. A renamed file is another cluster.',
    good: { $: 'rm config/spokes/blue.yaml' },
    bad: { $: 'rm config/spokes/green.yaml' },
    before: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired'),
      'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}'),
    },
  },
  'lifecycle/skipped-step': {
    severity: 'error',
    summary: 'The lifecycle moves between active and retiring, and from retiring to retired, never otherwise.',
    details:
      'What is new is active. Applications must have left before their cluster goes, and what was given up for deletion cannot be called back: its deletion protection is off, and parts of it may be gone.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retiring') },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired') },
  },
  'lifecycle/changed-account': {
    severity: 'error',
    summary: 'The account of an existing spoke, network or hub never changes.',
    details:
      'Nothing moves between accounts: it would be deleted in one and created in the other, with all that it holds.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}').replace('main', 'other') },
    before: { 'config/accounts/other.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
  },
  'lifecycle/changed-account-id': {
    severity: 'error',
    summary: 'The id of an account never changes.',
    details: 'All that lives in the account would be taken for something in another one. A new account is a new file.',
    good: { 'config/accounts/other.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
    bad: { 'config/accounts/main.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
  },
  'lifecycle/changed-region': {
    severity: 'error',
    summary: 'The region of an existing spoke, network or hub never changes.',
    details:
      'Nothing moves between regions: it would be deleted in one and created in the other, with all that it holds.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
    bad: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}').replace('eu-west-1', 'eu-central-1'),
    },
    before: { 'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n' },
    beside: ['lifecycle/replaced-node-group'],
  },
  'lifecycle/changed-hub': {
    severity: 'error',
    summary: 'The hub of an existing spoke, network or account never changes.',
    details:
      'The old hub would delete what the new one creates: both would manage the same cloud resources under one name. The cluster and the partition of a hub never change either.',
    good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
    bad: { 'config/accounts/other.yaml': account('west') },
    before: {
      'config/accounts/other.yaml': account('hub'),
      'config/accounts/main.yaml': account('hub').replace('333333333333', '222222222222'),
      'config/hubs/west.yaml': exampleHub('[172.16.0.0/12]').replace('cluster: hub', 'cluster: west'),
    },
  },
  'lifecycle/changed-organisation': {
    severity: 'error',
    summary: 'The organisation never changes.',
    details:
      'The names of all roles begin with it: the controllers would assume roles that nobody made, in every account at once, and Terraform would replace those that are there.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
    bad: { $: 'sed "s/acme$/globex/" config/config.yaml > new\nmv new config/config.yaml' },
  },
  'lifecycle/changed-addresses': {
    severity: 'error',
    summary: 'The addresses of an existing spoke or network never change.',
    details: 'The range of a VPC cannot be changed: it would be replaced, with the cluster in it.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  },
  'lifecycle/replaced-node-group': {
    severity: 'error',
    summary: 'What AWS cannot change of an existing node group never changes.',
    details:
      'Instance types, AMI type, kind of capacity, disk size and zones are fixed when a node group is made. The graph refuses such a change, and the spoke would stand still. Add a group with another name beside it, let it become ready, then retire the old one.',
    good: {
      [blue]: exampleSpoke(
        'network: {cidr: 10.0.0.0/18}',
        'nodeGroups: {large: {instanceTypes: [m7i.xlarge], ami: BOTTLEROCKET_x86_64, min: 1, max: 3}}',
      ),
    },
    bad: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'nodeGroups: {default: {instanceTypes: [m7i.xlarge]}}'),
    },
  },
  'lifecycle/vanished-node-group': {
    severity: 'error',
    summary:
      'A node group leaves the configuration only after it was retired, and is retired only when another one is there.',
    details:
      'Its nodes go with it, and with them every pod that has no other place; renamed in a layer, the nodes of every spoke at once. Add the new group, wait until its nodes are ready, then set `lifecycle: retired` on the old one: EKS drains its nodes and honours disruption budgets. When they are gone, remove the entry.',
    good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', large) },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}') },
    before: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', large) },
  },
  'lifecycle/forgotten-ranges': {
    severity: 'error',
    summary: 'An endpoint that becomes private keeps the ranges that it had.',
    details:
      'EKS keeps the list of ranges when a public endpoint becomes private, refuses to empty it, and goes on returning it. Without it in the configuration, the controller would see a difference for ever, ask again and again, and never come to other changes of the cluster. Nobody comes in by these ranges while the endpoint is private.',
    good: {
      [blue]: exampleSpoke(
        'network: {cidr: 10.0.0.0/18}',
        'endpoint: {public: false, hubPath: peering, formerCidrs: [198.51.100.10/32]}',
      ),
    },
    bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'endpoint: {public: false, hubPath: peering}') },
  },
  'lifecycle/vanished-graph': {
    severity: 'error',
    summary: 'A graph whose last user went stays on its hub until a person takes it away.',
    details:
      'What the graph made may not all be gone, and only with the graph and its controllers can it go. `graphs` of the hub keeps them. Remove the kind there when nothing of it is left on the hub; Argo CD then waits for an approval of the Application `library`.',
    good: {
      'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [EKSCluster, VPCNetwork]'),
      $: 'rm config/spokes/blue.yaml',
    },
    bad: { $: 'rm config/spokes/blue.yaml' },
    before: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired') },
  },
  'lifecycle/kubernetes-step': {
    severity: 'error',
    summary: 'The Kubernetes version of an existing spoke goes up, by one minor version at a time.',
    details:
      'The EKS controller takes no control plane back, whatever EKS itself may do within days of an upgrade, and EKS skips no minor version: the spoke would stand still with an error. Deliver each step before the next.',
    good: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {kubernetes: "1.36"}'),
    },
    bad: {
      [blue]: exampleSpoke(
        'network: {cidr: 10.0.0.0/18}',
        'versions: {kubernetes: "1.34", eks: {addons: {kube-proxy: v1.34.0-eksbuild.2}}}',
      ),
    },
    beside: ['lifecycle/older-addon'],
  },
  'lifecycle/older-addon': {
    severity: 'error',
    summary: 'The file of a spoke takes no add-on back to an older version.',
    details:
      "Add-ons run with the platform's rights, and an older version has the faults that a newer one mended. What a chart or an EKS add-on has written may also be more than an older one can read. So only a layer, which belongs to the platform team, may go back. For one spoke: give it a component, deliver that, and pin the older version there. A pin in the file, a pin that is taken out of it, and another environment or component that is behind count alike.",
    good: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {eks: {addons: {coredns: v1.13.1-eksbuild.1}}}'),
    },
    bad: {
      [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {eks: {addons: {coredns: v1.11.4-eksbuild.2}}}'),
    },
  },
  'lifecycle/unknown-base': {
    severity: 'error',
    summary: 'The base to compare with exists.',
    details:
      '`check --base` takes a folder that holds another copy of the repository, or a commit, branch or tag of this one. In a shallow clone the base must have been fetched.',
    good: { $: 'wheelwright check --base HEAD' },
    bad: { $: 'wheelwright check --base releases' },
  },
  'lifecycle/unreadable-base': {
    severity: 'warning',
    summary: 'The base to compare with can be read.',
    details:
      'Git refused to read the repository, or a record or a file with graphs of the base is broken or not there: then changes of an account, region, address or lifecycle, or of a graph, cannot be seen.',
    good: { $: 'wheelwright check --base HEAD' },
    bad: {
      $: 'mkdir before\ncp -R config out before\necho "<<<<<<< HEAD" >> before/out/.wheelwright/spokes/blue.json\nwheelwright check --base ./before',
    },
  },
} as const satisfies Catalogue;
