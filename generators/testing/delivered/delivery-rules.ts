import { permitsDestination, permitsKind, permitsSource } from '../../delivery/argocd/permits.ts';
import { comparePositions } from '../../delivery/delivered.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { DeliveredApplication, DeliveredHub } from './delivered-hubs.ts';

/** What breaks a rule, one line each. */
export type Rule = (hub: DeliveredHub) => readonly string[];

const label = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`;
const inOf = ({ application }: DeliveredApplication, object: Manifest) =>
  `${label(object)} in Application ${application.metadata.name}`;
const groupOf = ({ apiVersion }: Manifest): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
const isOnHub = ({ application }: DeliveredApplication): boolean => application.spec.destination.server !== undefined;
/** The API server itself knows the kind, or the kind is Argo CD's, which is there before anything is synced. */
const isCustom = (object: Manifest): boolean =>
  /\..*\./.test(groupOf(object)) ? !groupOf(object).endsWith('.k8s.io') : groupOf(object) === 'kro.run';

function across(
  hub: DeliveredHub,
  faults: (application: DeliveredApplication) => readonly string[],
): readonly string[] {
  return hub.applications.flatMap((one) => faults(one).map((fault) => `${hub.name}: ${fault}`));
}

/** Argo CD shows an error for a path that is not there, and syncs nothing for one that is empty. */
const pathsExist: Rule = (hub) =>
  across(hub, (one) =>
    one.objects?.length === 0
      ? [`${label(one.application)} syncs nothing at ${one.application.spec.source?.path}`]
      : [],
  );

const projectsComeFirst: Rule = (hub) =>
  across(hub, ({ application, position }) => {
    const { project } = application.spec;
    if (project === 'default') return [];
    const made = hub.projects.get(project);
    if (made === undefined) return [`${label(application)} is in project ${project}, which nobody makes`];
    return comparePositions(made.position, position) < 0
      ? []
      : [`${label(application)} is made before its project ${project}`];
  });

const projectsPermit: Rule = (hub) =>
  across(hub, (one) => {
    const { project: name, source, destination } = one.application.spec;
    const project = hub.projects.get(name)?.project;
    if (project === undefined) return [];
    const faults: string[] = [];
    if (!permitsSource(project, source?.repoURL ?? '')) faults.push(`reads ${source?.repoURL}`);
    if (!permitsDestination(project, destination, destination.namespace ?? ''))
      faults.push(`goes to ${destination.namespace}`);
    for (const delivered of one.objects ?? []) {
      const { object, namespace } = delivered;
      if (!permitsKind(project, object, namespace)) faults.push(`syncs ${label(object)}`);
      if (namespace !== undefined && !permitsDestination(project, destination, namespace)) {
        faults.push(`puts ${label(object)} into ${namespace}`);
      }
    }
    return faults.map((fault) => `${label(one.application)} ${fault}, which project ${name} does not permit`);
  });

/** Kinds for which Argo CD has a health check of its own, or that are what they are at once. */
const judged = new Set(['argoproj.io/ApplicationSet', 'argoproj.io/AppProject']);

const gatesHaveHealthChecks: Rule = (hub) => {
  const settings = hub.applications.flatMap(({ objects = [] }) =>
    objects.filter(({ object }) => object.kind === 'ConfigMap' && object.metadata.name === 'argocd-cm'),
  );
  const keys = new Set(settings.flatMap(({ object }) => Object.keys((object['data'] as object | undefined) ?? {})));
  return across(hub, (one) =>
    (isOnHub(one) ? (one.objects ?? []) : []).flatMap(({ object }) => {
      const group = groupOf(object);
      const gates = (group === 'argoproj.io' || isCustom(object)) && !judged.has(`${group}/${object.kind}`);
      const key = `resource.customizations.health.${group}_${object.kind}`;
      return gates && !keys.has(key) ? [`${inOf(one, object)} has no health check`] : [];
    }),
  );
};

/** Without it, one object of an unknown kind keeps the whole Application from being synced. */
const unknownKindsSkipTheDryRun: Rule = (hub) =>
  across(hub, (one) =>
    (one.objects ?? []).flatMap(({ object }) => {
      const options = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
      const skips = options.split(',').includes('SkipDryRunOnMissingResource=true');
      return isCustom(object) && !skips ? [`${inOf(one, object)} does not skip the dry run`] : [];
    }),
  );

/** Namespaces that are there before anything is synced. */
const given = new Set(['argocd', 'default', 'kube-system']);

const namespacesComeFirst: Rule = (hub) => {
  const clusterOf = ({ application }: DeliveredApplication) => {
    const { server, name } = application.spec.destination;
    return server ?? name ?? '';
  };
  const made = new Map<string, DeliveredApplication>();
  for (const one of hub.applications) {
    for (const { object } of one.objects ?? []) {
      if (object.kind === 'Namespace') made.set(`${clusterOf(one)} ${object.metadata.name}`, one);
    }
  }
  return across(hub, (one) => {
    const { syncPolicy, destination } = one.application.spec;
    const own = syncPolicy?.syncOptions?.includes('CreateNamespace=true') ? destination.namespace : undefined;
    const isThere = (namespace: string) => {
      const maker = made.get(`${clusterOf(one)} ${namespace}`);
      if (given.has(namespace) || namespace === own || maker === one) return true;
      return maker !== undefined && comparePositions(maker.position, one.position) < 0;
    };
    const used = one.objects?.map(({ namespace }) => namespace) ?? [destination.namespace];
    const missing = new Set(used.filter((namespace) => namespace !== undefined && !isThere(namespace)));
    return [...missing].map(
      (namespace) => `${label(one.application)} needs namespace ${namespace} before anybody makes it`,
    );
  });
};

/** Two Applications with one object undo each other's work for ever. */
const nothingIsSyncedTwice: Rule = (hub) => {
  const owners = new Map<string, string>();
  return across(hub, ({ application, objects = [] }) =>
    objects.flatMap(({ object, namespace = '-' }) => {
      const { server, name } = application.spec.destination;
      const key = `${groupOf(object)}/${label(object)} in ${namespace} of ${server ?? name}`;
      const other = owners.get(key);
      owners.set(key, application.metadata.name);
      return other === undefined ? [] : [`${key} is synced by ${other} and by ${application.metadata.name}`];
    }),
  );
};

const applicationsGoOn: Rule = (hub) =>
  across(hub, ({ application }) => {
    const { source, syncPolicy } = application.spec;
    const { retry, syncOptions = [] } = syncPolicy ?? {};
    const annotations = Object.keys(application.metadata.annotations ?? {});
    const faults = [
      ...(retry?.limit === -1 && retry.refresh === true ? [] : ['gives up, or repeats an old commit']),
      ...(syncOptions.includes('ServerSideApply=true') ? [] : ['does not apply on the server']),
      ...(source?.chart !== undefined || /^(refs\/(heads|tags)\/|v?\d|[0-9a-f]{40}$)/.test(source?.targetRevision ?? '')
        ? []
        : [`follows ${source?.targetRevision}`]),
      ...(annotations.includes('argocd.argoproj.io/manifest-generate-paths') ? ['loses commits'] : []),
    ];
    return faults.map((fault) => `${label(application)} ${fault}`);
  });

/** What Argo CD expects of the objects that it is given, by what each rule says. */
export const deliveryRules: Readonly<Record<string, Rule>> = {
  'every Application has something to sync': pathsExist,
  'every project is there before its Applications': projectsComeFirst,
  'every project permits what its Applications read and write': projectsPermit,
  'every kind that gates has a health check': gatesHaveHealthChecks,
  'kinds that may not be there yet skip the dry run': unknownKindsSkipTheDryRun,
  'every namespace is there before what stands in it': namespacesComeFirst,
  'nothing is synced twice': nothingIsSyncedTwice,
  'every Application applies the newest commit for ever': applicationsGoOn,
};
