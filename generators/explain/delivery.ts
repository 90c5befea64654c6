import { clusterName, type Delivered, pathTo } from '../delivery/delivered.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { OwnerDraft } from '../model/output.ts';

/** A unit of delivery on the way to a file. */
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

/** What is delivered of that which some owners write. */
export function unitsOf(drafts: readonly OwnerDraft[], engine: DeliveryEngine): readonly Delivered[] {
  const files = drafts.flatMap((draft) => draft.files);
  return engine.deliver(new Map(files.map((file) => [file.path, 'manifests' in file ? file.manifests : file.content])));
}

/** The units that lead to a file, from the one that is applied by hand to the one that syncs it; none where nothing syncs it. */
export function deliveriesOf(path: string, units: readonly Delivered[]): readonly Delivery[] {
  const covering = units.filter(({ folder }) => folder !== undefined && path.startsWith(`${folder}/`));
  const [nearest] = covering.sort((a, b) => (b.folder ?? '').length - (a.folder ?? '').length);
  return nearest === undefined ? [] : pathTo(nearest).map(describe);
}

function describe({ name, by, template, order, folder = '', cluster, file }: Delivered): Delivery {
  return {
    application: name,
    ...(by !== undefined && template === undefined && { wave: String(order) }),
    path: folder,
    cluster: clusterName(cluster),
    madeBy: file,
    ...(template !== undefined && { applicationSet: template.object.metadata.name }),
  };
}
