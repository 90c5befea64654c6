import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { ApplicationSet } from '../../../schemas/types/argoproj.io/ApplicationSet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { bootstrapFolders } from '../bootstrap-folders.ts';
import type { Delivered, DeliveredObject, OutFiles } from '../delivered.ts';
import { type FolderReader, folderReader, type ReadFolder } from '../read-folder.ts';
import { type Generated, generateApplications } from './generate-applications.ts';
import { waveOf } from './marks.ts';

/** THE imitation of Argo CD: every Application that follows from what is applied by hand, and what each of them syncs. */
export function deliver(files: OutFiles, read: FolderReader = folderReader(files)): readonly Delivered[] {
  return [...bootstrapFolders(files)].flatMap(([hub, folder]) => deliverHub(hub, read(folder), { files, read }));
}

interface Repository {
  readonly files: OutFiles;
  readonly read: FolderReader;
}

function deliverHub(hub: string, applied: ReadFolder, { files, read }: Repository): readonly Delivered[] {
  const own = applied.objects.map(({ object }) => sourceOf(object)?.repoURL).find((url) => url !== undefined);
  // Of two Applications of one name, the second would write over the first.
  const units = new Map<string, Delivered>();
  for (const { object, file } of applied.objects) follow({ object, file, order: 0 });
  return [...units.values()];

  function follow(one: DeliveredObject, by?: Delivered): void {
    if (isOf(one.object, 'Application')) visit(one, by);
    if (!isOf(one.object, 'ApplicationSet')) return;
    const { applications, parameters } = generated(one.object, files);
    for (const made of applications) {
      visit({ ...one, object: made as Manifest }, by, { object: one.object, parameters: parameters.get(made) ?? '' });
    }
  }

  function visit(one: DeliveredObject, by?: Delivered, template?: Delivered['template']): void {
    const { name } = one.object.metadata;
    if (units.has(name)) return;
    const unit = { hub, name, ...one, ...(template && { template }), ...(by && { by }), ...contentOf(one.object) };
    units.set(name, unit);
    // Argo CD itself is on the hub alone, so nothing follows from what it syncs elsewhere.
    if (unit.cluster === 'hub') for (const found of unit.objects()) follow(found, unit);
  }

  function contentOf(application: Manifest) {
    const { destination, syncPolicy } = application['spec'] as Application['spec'];
    const source = sourceOf(application);
    const folder = source?.repoURL === own ? source?.path : undefined;
    const content = (): ReadFolder => (folder === undefined ? { objects: [], problems: [] } : read(folder));
    return {
      cluster: destination.name === undefined ? ('hub' as const) : { spoke: destination.name },
      ...(destination.namespace !== undefined && { namespace: destination.namespace }),
      ...(syncPolicy?.syncOptions?.includes('CreateNamespace=true') && { makesNamespace: true }),
      ...(folder === undefined ? { closed: describeSource(source) } : { folder }),
      objects: () => content().objects.map((one) => ({ ...one, order: waveOf(one.object) })),
      problems: () => {
        const { objects, problems } = content();
        const sets = objects.filter(({ object }) => isOf(object, 'ApplicationSet'));
        return [...problems, ...sets.flatMap(({ object }) => generated(object, files).problems)];
      },
    };
  }
}

function isOf({ apiVersion, kind }: Manifest, name: 'Application' | 'ApplicationSet'): boolean {
  return apiVersion.startsWith('argoproj.io/') && kind === name;
}

function generated(set: Manifest, files: OutFiles): Generated {
  return generateApplications(set as ApplicationSet, files);
}

function sourceOf(object: Manifest): Application['spec']['source'] {
  return isOf(object, 'Application') ? (object['spec'] as Application['spec']).source : undefined;
}

function describeSource(source: Application['spec']['source']): string {
  const { repoURL = '', chart, path = '', targetRevision = '' } = source ?? {};
  return `${chart === undefined ? `${path} of` : `chart ${chart} ${targetRevision} of`} ${repoURL}`;
}
