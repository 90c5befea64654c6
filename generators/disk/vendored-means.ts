import type { Kinds } from '../kube/kinds.ts';
import { type CloudFacts, newCloudFacts } from '../model/cloud-facts.ts';
import type { Hash } from '../util/hash.ts';
import { sha256 } from './sha256.ts';
import { readFact, vendoredSchemas } from './vendored-schemas.ts';

/** What a compilation is handed besides files. Kinds that only graphs of people use are loaded for these. */
export function vendoredMeans(): {
  readonly schemas: Kinds;
  readonly hash: Hash;
  readonly kinds: () => Promise<Kinds>;
  readonly facts: CloudFacts;
} {
  const kinds = async () => (await import('./vendored-kinds.ts')).vendoredKinds();
  return { schemas: vendoredSchemas(), hash: sha256, kinds, facts: newCloudFacts(readFact) };
}
