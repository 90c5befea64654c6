import type { CodedProblem, Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkManifest } from '../kube/check-manifest.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { AuthoredFolder, Fleet, ManifestFolder } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import { manifestOrigin, manifestsOf } from '../owners/hub-manifests.ts';
import type { Violation } from '../schema/structural/violation.ts';
import { formatPath } from '../source/path.ts';
import { unknownKind } from './unknown-kind.ts';

interface Finding extends CodedProblem {
  readonly severity: Diagnostic['severity'];
}

/** Folders of manifests that hubs list, each once. */
export function listedManifests(fleet: Fleet): readonly ManifestFolder[] {
  return [...new Set([...fleet.hubs.values()].flatMap((hub) => manifestsOf(hub, fleet)))];
}

/** What kustomize and the API server of a hub would refuse of the manifests that hubs list. */
export function* checkHubManifests(fleet: Fleet, schemas: Kinds): Generator<Finding> {
  for (const folder of listedManifests(fleet)) {
    const { objects, problems } = folder.built();
    for (const { severity, ...problem } of problems)
      yield { ...problem, severity, code: severity === 'error' ? 'kustomize/refused' : 'kustomize/not-predicted' };
    for (const object of objects) yield* faultsOf(object, folder, schemas);
  }
}

function* faultsOf(object: Manifest, folder: AuthoredFolder, schemas: Kinds): Generator<Finding> {
  const label = `${object.kind} "${object.metadata.name}"`;
  const placeOf = (path: Violation['path']) => manifestOrigin(folder, object, path);
  if (object.kind === 'ResourceGraphDefinition') {
    yield {
      code: 'output/manifest',
      severity: 'error',
      message: `${label} is a graph, which kro has no rights for here.`,
      at: placeOf(['kind']),
      help: `Move it to hub/graphs/${object.metadata.name}.yaml, and list it under \`graphs\` in the file of the hub.`,
    };
    return;
  }
  for (const { path, message } of violationsOf(object, schemas)) {
    const at = formatPath(path) || 'its top';
    yield { code: 'output/manifest', severity: 'error', message: `${label} at ${at}: ${message}`, at: placeOf(path) };
  }
}

/** Kinds of others are not looked at where no schema of them is known. */
function violationsOf(object: Manifest, schemas: Kinds): readonly Violation[] {
  const kind = schemas.get(object.apiVersion, object.kind);
  return kind === undefined ? unknownKind(object, schemas) : checkManifest(object, kind);
}
