import { nearestKind } from '../kro/template/nearest-kind.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Violation } from '../schema/structural/violation.ts';

/** Groups of Kubernetes itself, all of whose kinds are known; a group without a dot can be nobody else's. */
const ownGroup =
  /^(?:[^.]*|(?:admissionregistration|apiextensions|apiregistration|certificates|coordination|discovery|events|flowcontrol\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage)\.k8s\.io)$/;

/** A kind that Kubernetes does not have, in one of its own groups. */
export function unknownKind({ apiVersion, kind }: Manifest, { names }: Kinds): readonly Violation[] {
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
  if (!ownGroup.test(group)) return [];
  const near = nearestKind(apiVersion, kind, names);
  const help = near === undefined ? '' : ` Did you mean "${near}"?`;
  return [{ path: ['kind'], message: `Kubernetes has no kind "${apiVersion}/${kind}".${help}` }];
}
