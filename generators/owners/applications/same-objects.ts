import type { CodedProblem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { onceFor } from '../../util/once-for.ts';

/** Somebody on a spoke whose objects are known. */
export interface Maker {
  readonly application?: string;
  /** Stands after "of". */
  readonly team: string;
  readonly objects: readonly Manifest[];
}

interface Clash {
  readonly made: string;
  readonly count: number;
}

/** What the API server knows each object by, and how a person calls it. */
export type Identities = (objects: readonly Manifest[]) => ReadonlyMap<string, string>;

/** They are found once for what many spokes share. */
export const newIdentities = (): Identities => onceFor((objects) => new Map(objects.map(identify)));

/** Objects that two applications of a spoke make, or an application and the platform for its team: each would undo the other. */
export function* sameObjects(
  spoke: Spoke,
  makers: readonly Maker[],
  identities: Identities = newIdentities(),
): Generator<CodedProblem> {
  const taken = new Map<string, Maker>();
  for (const maker of makers) {
    const clashes = new Map<Maker, Clash>();
    for (const [id, made] of identities(maker.objects)) {
      const other = taken.get(id);
      if (other === undefined) taken.set(id, maker);
      else if (other !== maker)
        clashes.set(other, { made: clashes.get(other)?.made ?? made, count: (clashes.get(other)?.count ?? 0) + 1 });
    }
    for (const [other, clash] of clashes) yield describe(spoke, maker, other, clash);
  }
}

function identify({ apiVersion, kind, metadata: { name, namespace } }: Manifest): readonly [string, string] {
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
  return [`${group}/${kind} ${namespace}/${name}`, `${kind} "${name}" in namespace "${namespace}"`];
}

function describe(spoke: Spoke, { application = '' }: Maker, other: Maker, { made, count }: Clash): CodedProblem {
  const objects = `${made}${count === 1 ? '' : ` and ${count - 1} more`}`;
  const at = spoke.locate(['applications', application], 'key');
  const code = 'applications/same-object';
  if (other.application === undefined) {
    return {
      code,
      message: `Application "${application}" makes ${objects}, which the platform makes for team "${other.team}".`,
      at,
      help: 'Rename it in the base.',
    };
  }
  return {
    code,
    message: `Applications "${other.application}" and "${application}" both make ${objects}.`,
    at,
    notes: [{ message: 'the other is here', at: spoke.locate(['applications', other.application], 'key') }],
    help: `Give the objects of "${application}" names of their own: \`set: {namePrefix: ${application}-}\`.`,
  };
}
