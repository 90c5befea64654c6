import { cloudNamed } from '../clouds/cloud-named.ts';
import type { Step } from '../delivery/engine.ts';
import { pluralize } from '../kro/crd/pluralize.ts';
import { DEFAULT_CLOUD } from '../model/default-cloud.ts';
import type { Account, Fleet, Hub, Spoke } from '../model/fleet.ts';
import { spokeNamespace } from '../model/out-paths.ts';
import { LIBRARY_GROUP } from '../model/rgd.ts';
import { engineOfSpoke } from '../owners/engine.ts';
import { graphsOf } from '../rgds/library.ts';
import { formatPath, type Path, valueAt } from '../source/path.ts';
import { historyOf, type Statement } from './history.ts';
import type { Subject } from './subjects.ts';

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
  ['cluster', 'name'],
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
  const { path: managed } = cloudNamed(spoke.cloud).managedAddons;
  const versions = Object.keys(valueAt(spoke, ['versions', ...managed]) ?? {})
    .filter((name) => valueAt(spoke, [...managed, name]) !== undefined)
    .map((name): Path => ['versions', ...managed, name]);
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
  const hub = fleet.hubs.get(spoke.hub) as Hub;
  const cluster = `kubectl -n ${spokeNamespace(name)} get ${kindOf(spoke, hub)} ${name}`;
  const account = fleet.accounts.get(spoke.account) as Account;
  const left = engineOfSpoke(spoke, fleet).leave(spoke, { goes: whatGoes(spoke, account), command: cluster });
  if (lifecycle === 'active') {
    return [
      { text: `Write \`lifecycle: retiring\` into ${file}. ${commit}` },
      ...left,
      { text: 'Then write `lifecycle: retired`, and ask again here: the commands that follow are told then.' },
    ];
  }
  if (lifecycle === 'retiring') {
    return [
      ...left,
      { text: `Write \`lifecycle: retired\` into ${file}. ${commit} Nothing is deleted yet.` },
      { text: 'Ask again here: the commands that follow are told then.' },
    ];
  }
  const isReady = isTaken(spoke, hub, cluster);
  return [isReady, ...left, { text: `Then the file may go. ${commit}`, commands: [`git rm ${file}`] }];
}

/** The kind of its object on the hub, as `kubectl` is told. */
function kindOf({ cloud }: Spoke, { versions }: Hub): string {
  const graph = graphsOf(cloud, versions.library).find(
    ({ ofSpoke, appliesTo }) => ofSpoke !== undefined && appliesTo === undefined,
  );
  return `${pluralize(graph?.kind.toLowerCase() ?? '')}.${LIBRARY_GROUP}`;
}

function isTaken({ deletionPolicy, hub: hubName }: Spoke, hub: Hub, cluster: string): Step {
  const state = `${cluster} -o jsonpath='{.status.state} {.metadata.generation} {.status.conditions[?(@.type=="Ready")].observedGeneration} {.spec.deletionProtection} {.spec.deletionPolicy}{"\\n"}'`;
  return {
    text: `All commands are for hub ${hubName} (${cloudNamed(DEFAULT_CLOUD).service} cluster ${hub.cluster} in ${hub.region}). Wait until this prints ACTIVE, the same number twice, false and ${deletionPolicy}: only then has the cloud taken what the commit says, and the cluster is no longer protected.`,
    commands: [state],
  };
}

function whatGoes({ deletionPolicy, network }: Spoke, { name, id }: Account): string {
  if (deletionPolicy === 'retain') return `Everything stays in account ${name} (${id}), without an owner.`;
  const isOwn = network.use === undefined && network.existing === undefined;
  return `The cluster, its nodes and roles${isOwn ? ' and its VPC' : ''} are deleted in account ${name} (${id}).`;
}
