import type { OutputCheck } from '../../checks/check.ts';
import deliveredTwice from '../../checks/delivery/delivered-twice.ts';
import { namespaceNeeds } from '../../checks/delivery/namespace-needs.ts';
import notPermitted from '../../checks/delivery/not-permitted.ts';
import { comparePositions, type Delivered, type Position, positionOf } from '../../delivery/delivered.ts';
import { groupOf } from '../../kro/rights/cluster-role.ts';
import type { Manifest } from '../../model/manifest.ts';
import { applicationOf, type DeliveredHub } from './delivered-hubs.ts';

/** What breaks a rule, one line each. */
export type Rule = (hub: DeliveredHub) => readonly string[];

const label = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;
const inOf = ({ object: application }: Delivered, object: Manifest) =>
  `${label(object)} in Application ${application.metadata.name}`;
/** The API server itself knows the kind, or the kind is Argo CD's, which is there before anything is synced. */
function isCustom({ apiVersion }: Manifest): boolean {
  const group = groupOf(apiVersion);
  return /\..*\./.test(group) ? !group.endsWith('.k8s.io') : group === 'kro.run';
}

function across(hub: DeliveredHub, faults: (unit: Delivered) => readonly string[]): readonly string[] {
  return hub.units.flatMap((one) => faults(one).map((fault) => `${hub.name}: ${fault}`));
}

/** A check that runs over every fleet where a person might break it, over all that Wheelwright itself makes. */
const checked =
  (check: OutputCheck): Rule =>
  (hub) =>
    [...check.run(hub)].map(({ message }) => `${hub.name}: ${message}`);

/** Argo CD shows an error for a path that is not there, and syncs nothing for one that is empty. */
const pathsExist: Rule = (hub) =>
  across(hub, (one) =>
    one.folder !== undefined && one.objects().length === 0
      ? [`${label(one.object)} syncs nothing at ${one.folder}`]
      : [],
  );

const projectsComeFirst: Rule = (hub) => {
  const projects = new Map<string, Position>();
  for (const one of hub.units) {
    for (const { object, order } of one.objects())
      if (object.kind === 'AppProject') projects.set(object.metadata.name, [...positionOf(one), order]);
  }
  return across(hub, (one) => {
    const { project } = applicationOf(one).spec;
    if (project === 'default') return [];
    const made = projects.get(project);
    if (made === undefined) return [`${label(one.object)} is in project ${project}, which nobody makes`];
    return comparePositions(made, positionOf(one)) < 0
      ? []
      : [`${label(one.object)} is made before its project ${project}`];
  });
};

/** Kinds for which Argo CD has a health check of its own, or that are what they are at once. */
const judged = new Set(['argoproj.io/ApplicationSet', 'argoproj.io/AppProject']);

const gatesHaveHealthChecks: Rule = (hub) => {
  const settings = hub.units.flatMap((one) =>
    one.objects().filter(({ object }) => object.kind === 'ConfigMap' && object.metadata.name === 'argocd-cm'),
  );
  const keys = new Set(settings.flatMap(({ object }) => Object.keys((object['data'] as object | undefined) ?? {})));
  return across(hub, (one) =>
    (one.cluster === 'hub' ? one.objects() : []).flatMap(({ object }) => {
      const group = groupOf(object.apiVersion);
      const gates = (group === 'argoproj.io' || isCustom(object)) && !judged.has(`${group}/${object.kind}`);
      const key = `resource.customizations.health.${group}_${object.kind}`;
      return gates && !keys.has(key) ? [`${inOf(one, object)} has no health check`] : [];
    }),
  );
};

/** Without it, one object of an unknown kind keeps the whole Application from being synced. */
const unknownKindsSkipTheDryRun: Rule = (hub) =>
  across(hub, (one) =>
    one.objects().flatMap(({ object }) => {
      const options = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
      const skips = options.split(',').includes('SkipDryRunOnMissingResource=true');
      return isCustom(object) && !skips ? [`${inOf(one, object)} does not skip the dry run`] : [];
    }),
  );

/** What Wheelwright makes does not rely on a second attempt: namespaces come with an earlier unit, or with the same one. */
const namespacesComeFirst: Rule = (hub) => {
  const missing = [...namespaceNeeds(hub.units, hub.engine, hub.isNamespaced)].filter(
    ({ unit, made }) =>
      !made.some(({ by, position }) => by === unit || comparePositions(position, positionOf(unit)) < 0),
  );
  const faults = missing.map(
    ({ unit, namespace }) => `${hub.name}: ${label(unit.object)} needs namespace ${namespace} before anybody makes it`,
  );
  return [...new Set(faults)];
};

const applicationsGoOn: Rule = (hub) =>
  across(hub, (one) => {
    const { metadata, spec } = applicationOf(one);
    const { source, syncPolicy } = spec;
    const { retry, syncOptions = [] } = syncPolicy ?? {};
    const annotations = Object.keys(metadata.annotations ?? {});
    const faults = [
      ...(retry?.limit === -1 && retry.refresh === true ? [] : ['gives up, or repeats an old commit']),
      ...(syncOptions.includes('ServerSideApply=true') ? [] : ['does not apply on the server']),
      ...(source?.chart !== undefined || /^(refs\/(heads|tags)\/|v?\d|[0-9a-f]{40}$)/.test(source?.targetRevision ?? '')
        ? []
        : [`follows ${source?.targetRevision}`]),
      ...(annotations.includes('argocd.argoproj.io/manifest-generate-paths') ? ['loses commits'] : []),
    ];
    return faults.map((fault) => `${label(one.object)} ${fault}`);
  });

/** What Argo CD expects of the objects that it is given, by what each rule says: what no configuration can break is no check. */
export const deliveryRules: Readonly<Record<string, Rule>> = {
  'every Application has something to sync': pathsExist,
  'every project is there before its Applications': projectsComeFirst,
  'every project permits what its Applications read and write': checked(notPermitted),
  'every kind that gates has a health check': gatesHaveHealthChecks,
  'kinds that may not be there yet skip the dry run': unknownKindsSkipTheDryRun,
  'every namespace is there before what stands in it': namespacesComeFirst,
  'nothing is synced twice': checked(deliveredTwice),
  'every Application applies the newest commit for ever': applicationsGoOn,
};
