import index from '../../schemas/kubernetes/index.json' with { type: 'json' };
import others from '../../schemas/kubernetes/others.json' with { type: 'json' };
import { kindFiles } from '../kro/kind-files.ts';
import type { KindLookup } from '../kro/kinds.ts';
import type { KindIndex } from '../kube/kind-schemas.ts';
import { readVendored } from './vendored-schemas.ts';

/** The kinds that graphs may use, from the files that this program comes with. */
export function vendoredKinds(): KindLookup {
  return kindFiles({ ...(index as KindIndex), ...(others as KindIndex) }, readVendored);
}
