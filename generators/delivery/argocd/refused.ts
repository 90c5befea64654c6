import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { AppProject } from '../../../schemas/types/argoproj.io/AppProject.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Path } from '../../source/path.ts';
import type { Delivered, Refused } from '../delivered.ts';
import { isUnderstood, permitsDestination, permitsKind, permitsSource } from './permits.ts';

/** What the projects among these units do not permit their Applications. A project that nobody makes here says nothing, nor one with patterns that are not imitated. */
export function* refused(units: readonly Delivered[], isNamespaced: (object: Manifest) => boolean): Generator<Refused> {
  const projects = new Map<string, AppProject>();
  for (const unit of units) {
    if (unit.cluster !== 'hub') continue;
    for (const { object } of unit.objects()) {
      if (object.kind === 'AppProject') projects.set(object.metadata.name, object as AppProject);
    }
  }
  for (const unit of units) {
    const project = projects.get((unit.object['spec'] as Application['spec']).project);
    if (project !== undefined && isUnderstood(project)) yield* refusedBy(project, unit, isNamespaced);
  }
}

function* refusedBy(
  project: AppProject,
  unit: Delivered,
  isNamespaced: (object: Manifest) => boolean,
): Generator<Refused> {
  const { source, sources = [], destination } = unit.object['spec'] as Application['spec'];
  const why = `${project.kind} "${project.metadata.name}" does not permit`;
  const refusal = (what: string, path: Path): Refused => {
    return { unit, what, because: { object: project as Manifest, path: ['spec', ...path] }, why };
  };
  const urls = source === undefined ? sources.map(({ repoURL }) => repoURL) : [source.repoURL];
  for (const url of urls) if (!permitsSource(project, url)) yield refusal(`reads "${url}"`, ['sourceRepos']);
  if (!permitsDestination(project, destination, destination.namespace ?? ''))
    yield refusal(`goes to namespace "${destination.namespace}"`, ['destinations']);
  for (const { object } of unit.objects()) {
    const delivers = `delivers ${object.kind} "${object.metadata.name}"`;
    const namespace = isNamespaced(object) ? (object.metadata.namespace ?? unit.namespace) : undefined;
    if (!permitsKind(project, object, namespace)) yield refusal(delivers, deciding(project, object, namespace));
    if (namespace !== undefined && !permitsDestination(project, destination, namespace))
      yield refusal(`${delivers} to namespace "${namespace}"`, ['destinations']);
  }
}

/** The entry that denies a kind, or else the list that should permit it. */
function deciding(project: AppProject, object: Manifest, namespace: string | undefined): Path {
  const [allowed, denied] =
    namespace === undefined
      ? (['clusterResourceWhitelist', 'clusterResourceBlacklist'] as const)
      : (['namespaceResourceWhitelist', 'namespaceResourceBlacklist'] as const);
  const without = (entries: object[]) => ({ ...project, spec: { ...project.spec, [denied]: entries } }) as AppProject;
  if (!permitsKind(without([]), object, namespace)) return [allowed];
  return [denied, (project.spec[denied] ?? []).findIndex((one) => !permitsKind(without([one]), object, namespace))];
}
