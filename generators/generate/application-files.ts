import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import type { KustomizationProblem } from '../kube/kustomization.ts';
import type { Fleet, Spoke } from '../model/fleet.ts';
import type { ManifestFile } from '../model/output.ts';
import { sortedEntries } from '../util/code-point-order.ts';
import { type FleetOverlays, newOverlays, type Overlay } from './application-overlay.ts';
import { spokeFolder } from './paths.ts';

export interface Overlays extends FleetOverlays {
  /** The kustomization of an overlay as a list: the same one for equal overlays, so that it is printed once. */
  readonly kustomizations: (overlay: Overlay) => ManifestFile['manifests'];
}

export function fleetOverlays(fleet: Fleet): Overlays {
  const lists = new Map<Overlay, ManifestFile['manifests']>();
  return {
    ...newOverlays(fleet.bases, fleet.components, fleet.config.mirrors.images),
    kustomizations: (overlay) => {
      const list = lists.get(overlay) ?? [overlay.files['kustomization.yaml']];
      lists.set(overlay, list);
      return list;
    },
  };
}

interface ApplicationFiles {
  readonly files: readonly ManifestFile[];
  readonly problems: readonly CodedProblem[];
  /** Faults of bases and components, which may belong to many spokes. */
  readonly authored: readonly KustomizationProblem[];
}

/** The overlays of a spoke's applications. */
export function applicationFiles(spoke: Spoke, overlays: Overlays): ApplicationFiles {
  const files: ManifestFile[] = [];
  const problems: CodedProblem[] = [];
  const authored: KustomizationProblem[] = [];
  for (const [name, application] of sortedEntries(spoke.applications)) {
    if (application.base === undefined) continue;
    const overlay = overlays.overlay(name, application);
    authored.push(...overlay.authored);
    for (const { path, message, help } of overlay.problems) {
      const at = spoke.locate(['applications', name, ...path]);
      problems.push({ code: 'applications/overlay', message, at, ...(help !== undefined && { help }) });
    }
    files.push({
      path: `${spokeFolder(spoke)}/applications/${name}/kustomization.yaml`,
      from: spoke.file,
      manifests: overlays.kustomizations(overlay),
      shared: true,
      traces: () => [{ at: [], from: ['applications', name] }],
      ...(overlay.objects && { builds: overlay.objects }),
    });
  }
  return { files, problems, authored };
}
