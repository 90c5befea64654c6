import type { Account, Fleet, Hub, Spoke } from '../model/fleet.ts';
import { infrastructureApplication, parentApplication } from '../model/names.ts';
import { spokeNamespace } from '../owners/paths.ts';
import { formatPath, type Path, valueAt } from '../source/path.ts';
import { historyOf, type Statement } from './history.ts';
import type { Subject } from './subjects.ts';

export interface Step {
  readonly text: string;
  /** To be run by a person, one after the other. */
  readonly commands?: readonly string[];
}

export interface SpokeExplanation {
  readonly name: string;
  readonly file: string;
  readonly hub: string;
  readonly facts: readonly {
    readonly field: string;
    readonly value: unknown;
    readonly statements: readonly Statement[];
  }[];
  readonly lifecycle: Spoke['lifecycle'];
  /** What is to be done next for the spoke to leave. */
  readonly leaving: readonly Step[];
}

const shownFields: readonly Path[] = [
  ['environment'],
  ['account'],
  ['region'],
  ['components'],
  ['network', 'cidr'],
  ['network', 'use'],
  ['network', 'existing', 'vpcId'],
  ['versions', 'kubernetes'],
  ['teams'],
  ['deletionPolicy'],
];

/** What a spoke is, and how it leaves. */
export function explainSpoke(subject: Subject, fleet: Fleet): SpokeExplanation {
  const spoke = fleet.spokes.get(subject.name) as Spoke;
  const versions = Object.keys(spoke.versions.eks.addons)
    .filter((name) => Object.hasOwn(spoke.eks.addons, name))
    .map((name): Path => ['versions', 'eks', 'addons', name]);
  const facts = [...shownFields, ...versions].flatMap((path) => {
    const value = valueAt(subject.value, path);
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [{ field: formatPath(path), value, statements: historyOf(subject, path) }];
  });
  const { name, file, hub, lifecycle } = spoke;
  return { name, file, hub, facts, lifecycle, leaving: stepsOf(spoke, fleet) };
}

const commit = 'Run `wheelwright build`, commit and merge.';

function stepsOf(spoke: Spoke, fleet: Fleet): readonly Step[] {
  const { name, lifecycle, file } = spoke;
  const applications = `kubectl -n argocd get applications -l wheelwright.dev/spoke=${name}`;
  const left = `Wait until of its Applications only ${parentApplication(name)} and ${infrastructureApplication(name)} are left: its applications and add-ons are gone then.`;
  if (lifecycle === 'active') {
    return [
      { text: `Write \`lifecycle: retiring\` into ${file}. ${commit}` },
      { text: left, commands: [applications] },
      { text: 'Then write `lifecycle: retired`, and ask again here: the commands that follow are told then.' },
    ];
  }
  if (lifecycle === 'retiring') {
    return [
      { text: left, commands: [applications] },
      { text: `Write \`lifecycle: retired\` into ${file}. ${commit} Nothing is deleted yet.` },
      { text: 'Ask again here: the commands that follow are told then.' },
    ];
  }
  return retiredSteps(spoke, fleet.hubs.get(spoke.hub) as Hub, fleet.accounts.get(spoke.account) as Account);
}

/** Each confirmation holds the Application that contains what waits for it: so there are two approvals. */
function retiredSteps(
  { name, file, deletionPolicy, network, hub: hubName }: Spoke,
  hub: Hub,
  account: Account,
): readonly Step[] {
  const cluster = `kubectl -n ${spokeNamespace(name)} get eksclusters.kro.run ${name}`;
  const state = `${cluster} -o jsonpath='{.status.state} {.metadata.generation} {.status.conditions[?(@.type=="Ready")].observedGeneration} {.spec.deletionProtection} {.spec.deletionPolicy}{"\\n"}'`;
  const approve = (application: string) =>
    `kubectl -n argocd annotate application ${application} --overwrite argocd.argoproj.io/deletion-approved="$(date -u +%Y-%m-%dT%H:%M:%SZ)"`;
  const [parent, infrastructure] = [parentApplication(name), infrastructureApplication(name)];
  const goes =
    deletionPolicy === 'retain'
      ? `Everything stays in account ${account.name} (${account.id}), without an owner.`
      : `The cluster, its nodes and roles${network.use === undefined && network.existing === undefined ? ' and its VPC' : ''} are deleted in account ${account.name} (${account.id}).`;
  return [
    {
      text: `All commands are for hub ${hubName} (EKS cluster ${hub.cluster} in ${hub.region}). Wait until this prints ACTIVE, the same number twice, false and ${deletionPolicy}: only then has the cloud taken what the commit says, and the cluster is no longer protected.`,
      commands: [state],
    },
    {
      text: `Delete the parent Application. Nothing is deleted yet: it waits for an approval. If it is just syncing, end that first (\`argocd app terminate-op ${parent}\`).`,
      commands: [`kubectl -n argocd delete application ${parent} --wait=false`],
    },
    { text: 'Approve that, best by somebody else.', commands: [approve(parent)] },
    {
      text: `Once this prints a time, ${infrastructure} waits for its own approval. ${goes} This cannot be undone.`,
      commands: [
        `kubectl -n argocd get application ${infrastructure} -o jsonpath='{.metadata.deletionTimestamp}{"\\n"}'`,
        approve(infrastructure),
      ],
    },
    {
      text: 'Wait until neither is found any more.',
      commands: [cluster, `kubectl -n argocd get application ${parent}`],
    },
    { text: `Then the file may go. ${commit}`, commands: [`git rm ${file}`] },
  ];
}
