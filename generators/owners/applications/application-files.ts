import type { DeliveryEngine } from '../../delivery/engine.ts';
import type { CodedProblem } from '../../diagnostics/diagnostic.ts';
import type { KustomizationProblem } from '../../kube/kustomization.ts';
import type { Fleet, Spoke, Team } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { spokeFolder } from '../../model/out-paths.ts';
import type { ManifestFile } from '../../model/output.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { engineOfSpoke } from '../engine.ts';
import type { Application } from './application.ts';
import { type FleetOverlays, newOverlays, type Overlay } from './application-overlay.ts';
import { authoredOrigin, type PlacedFolder } from './authored-origin.ts';
import { type Identities, type Maker, newIdentities, sameObjects } from './same-objects.ts';
import { type Findings, newFindings, workloadProblems } from './workload-problems.ts';

export interface Overlays extends FleetOverlays {
  /** The kustomization of an overlay as a list: the same one for equal overlays, so that it is printed once. */
  readonly kustomizations: (overlay: Overlay) => ManifestFile['manifests'];
  readonly identities: Identities;
  readonly findings: Findings;
}

export function fleetOverlays(fleet: Fleet): Overlays {
  const lists = new Map<Overlay, ManifestFile['manifests']>();
  return {
    ...newOverlays(fleet.bases, fleet.components, fleet.config.mirrors.images),
    identities: newIdentities(),
    findings: newFindings(),
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
  readonly warnings: readonly CodedProblem[];
  /** Faults of bases and components, which may belong to many spokes. */
  readonly authored: readonly KustomizationProblem[];
}

interface Shared {
  readonly overlays: Overlays;
  /** Objects that the platform makes for a team. */
  readonly team: (team: Team, engine: DeliveryEngine) => ManifestFile['manifests'];
}

/** The overlays of a spoke's applications. */
export function applicationFiles(spoke: Spoke, fleet: Fleet, { overlays, team: objectsOf }: Shared): ApplicationFiles {
  const engine = engineOfSpoke(spoke, fleet);
  const makers: Maker[] = spoke.teams.flatMap((name) => {
    const team = fleet.teams.get(name);
    return team === undefined ? [] : [{ team: name, objects: objectsOf(team, engine) as readonly Manifest[] }];
  });
  const files: ManifestFile[] = [];
  const problems: CodedProblem[] = [];
  const warnings: CodedProblem[] = [];
  const authored: KustomizationProblem[] = [];
  for (const [name, application] of sortedEntries(spoke.applications)) {
    if (application.base === undefined) continue;
    const overlay = overlays.overlay(name, application);
    authored.push(...overlay.authored);
    for (const { path, message, help } of overlay.problems) {
      const at = spoke.locate(['applications', name, ...path]);
      problems.push({ code: 'applications/overlay', message, at, ...(help !== undefined && { help }) });
    }
    const { objects } = overlay;
    if (objects !== undefined) {
      problems.push(...foreignNamespaces(spoke, name, objects, fleet));
      const team = fleet.teams.get(application.team);
      for (const { severity, ...problem } of workloadProblems(spoke, name, objects, team, overlays.findings))
        (severity === 'error' ? problems : warnings).push(problem);
      makers.push({ application: name, team: application.team, objects });
    }
    files.push({
      path: `${spokeFolder(spoke)}/applications/${name}/kustomization.yaml`,
      from: spoke.file,
      manifests: overlays.kustomizations(overlay),
      shared: true,
      traces: () => [{ at: [], from: ['applications', name] }],
      ...(objects && {
        builds: objects,
        builtFrom: (manifest, path) => {
          const origin = authoredOrigin(foldersOf(application, fleet), manifest, path);
          return origin && { ...origin, of: { kind: 'application', name: `${spoke.name}/${name}` } };
        },
      }),
    });
  }
  problems.push(...sameObjects(spoke, makers, overlays.identities));
  return { files, problems, warnings, authored };
}

/** What kustomize reads for it. */
function foldersOf({ base = '', components }: Application, fleet: Fleet): readonly PlacedFolder[] {
  const placed = (path: string, folder: PlacedFolder['folder'] | undefined) => (folder ? [{ path, folder }] : []);
  return [
    ...placed(`spokes/bases/${base}`, fleet.bases.get(base)),
    ...components.flatMap((name) => placed(`spokes/components/${name}`, fleet.components.get(name))),
  ];
}

/** Objects of a base that name a namespace keep it; the project of a team allows its own alone. */
function* foreignNamespaces(
  spoke: Spoke,
  name: string,
  objects: readonly Manifest[],
  { teams }: Fleet,
): Generator<CodedProblem> {
  const { team, base, namespace } = spoke.applications[name] as Application;
  const own = teams.get(team)?.namespaces ?? {};
  const foreign = objects.find(({ metadata }) => !Object.hasOwn(own, metadata.namespace ?? ''));
  if (foreign === undefined) return;
  const { kind, metadata } = foreign;
  yield {
    code: 'applications/foreign-namespace',
    message: `The base "${base}" puts ${kind} "${metadata.name}" into namespace "${metadata.namespace}", which is none of team "${team}".`,
    at: spoke.locate(['applications', name, 'base']),
    help: `Take the namespace out of spokes/bases/${base}: its objects then stand in "${namespace}".`,
  };
}
