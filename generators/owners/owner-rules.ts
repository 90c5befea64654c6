import type { CodedProblem, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KustomizationProblem } from '../kube/kustomization.ts';
import type { Fleet } from '../model/fleet.ts';
import type { FleetPart } from '../model/fleet-parts.ts';
import type { OwnerDraft } from '../model/output.ts';
import type { SharedManifests } from './shared-manifests.ts';

/** What was found while a draft was made. */
export interface Finding extends CodedProblem {
  readonly severity: Diagnostic['severity'];
}

export interface Drafted {
  readonly draft: OwnerDraft;
  readonly findings: readonly Finding[];
  /** Of a spoke: for each of its patches, whether there was an object for it. */
  readonly patchHits: readonly boolean[];
}

/** A kind of owner: who there is of it, and what each writes. */
export interface OwnerRules {
  readonly names: (fleet: Fleet) => Iterable<string>;
  /** All parts of the fleet that decide what it writes: `draft` sees no others. */
  readonly inputs: (fleet: Fleet, name: string) => readonly FleetPart[];
  readonly draft: (fleet: Fleet, name: string, shared: SharedManifests) => Drafted;
}

/** A draft of which there is nothing to say. */
export function sound(draft: OwnerDraft): Drafted {
  return { draft, findings: [], patchHits: [] };
}

export function authoredFinding({ severity, ...problem }: KustomizationProblem): Finding {
  return { ...problem, severity, code: severity === 'error' ? 'kustomize/refused' : 'kustomize/not-predicted' };
}
