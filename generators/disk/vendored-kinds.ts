import index from '../../schemas/kubernetes/index.json' with { type: 'json' };
import others from '../../schemas/kubernetes/others.json' with { type: 'json' };
import { type KindIndex, type Kinds, kindFiles } from '../kube/kinds.ts';
import { readVendored } from './vendored-schemas.ts';

const served = Object.entries({ ...(index as KindIndex), ...(others as KindIndex) }).filter(
  ([, { scope }]) => scope !== 'File',
);

/** The kinds that graphs may use, from the files that this program comes with. */
export function vendoredKinds(): Kinds {
  return kindFiles(Object.fromEntries(served), readVendored);
}
