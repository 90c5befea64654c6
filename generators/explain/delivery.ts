import type { ApplicationSet } from '../../schemas/types/argoproj.io/ApplicationSet.ts';
import { generateApplications } from '../delivery/argocd/generate-applications.ts';
import type { Manifest } from '../model/manifest.ts';
import type { OwnerDraft } from '../model/output.ts';

/** An Argo CD Application of the fleet. */
export interface Delivery {
  readonly application: string;
  /** Its wave in what syncs it; undefined where nothing does. */
  readonly wave?: string;
  /** The folder that it syncs. */
  readonly path: string;
  /** Where to: a cluster's name, or `the hub`. */
  readonly cluster: string;
  /** The emitted file that makes it, itself or through an ApplicationSet. */
  readonly madeBy: string;
  readonly applicationSet?: string;
}

interface ApplicationFields {
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly source: { readonly path?: string };
    readonly destination: { readonly name?: string };
  };
}

/** The Applications that lead to a file, from the one that is applied by hand to the one that syncs it; none where nothing syncs it. */
export function deliveriesOf(path: string, drafts: readonly OwnerDraft[]): readonly Delivery[] {
  const all = applicationsOf(drafts);
  const chain: Delivery[] = [];
  for (let file = path; ; ) {
    const next = nearestTo(file, all);
    if (next === undefined || chain.includes(next)) return chain;
    chain.unshift(next);
    file = next.madeBy;
  }
}

function nearestTo(file: string, all: readonly Delivery[]): Delivery | undefined {
  const covering = all.filter(({ path }) => file.startsWith(`${path}/`));
  return covering.sort((a, b) => b.path.length - a.path.length)[0];
}

/** All Applications in what was drafted, with those that ApplicationSets make of parameter files. */
function applicationsOf(drafts: readonly OwnerDraft[]): readonly Delivery[] {
  const files = drafts.flatMap((draft) => draft.files);
  const listed = files.flatMap((file) =>
    'manifests' in file ? file.manifests.map((manifest) => ({ file, manifest: manifest as Manifest })) : [],
  );
  const texts = new Map(files.flatMap((file) => ('content' in file ? [[file.path, file.content] as const] : [])));
  return listed.flatMap(({ file, manifest }) => {
    if (manifest.kind === 'Application') return delivery(manifest as unknown as ApplicationFields, file.path);
    if (manifest.kind !== 'ApplicationSet') return [];
    const { applications } = generateApplications(manifest as unknown as ApplicationSet, texts);
    return applications.flatMap((application) =>
      delivery(application as ApplicationFields, file.path, manifest.metadata.name),
    );
  });
}

function delivery({ metadata, spec }: ApplicationFields, madeBy: string, applicationSet?: string): readonly Delivery[] {
  if (spec.source.path === undefined) return [];
  const wave = metadata.annotations?.['argocd.argoproj.io/sync-wave'];
  return [
    {
      application: metadata.name,
      ...(wave !== undefined && { wave }),
      path: spec.source.path,
      cluster: spec.destination.name ?? 'the hub',
      madeBy,
      ...(applicationSet !== undefined && { applicationSet }),
    },
  ];
}
