import { mapSubSchemas, withoutProse } from './walk-schema.mjs';

/** @import { Crd, KnownKind, Schema } from './types.ts' */

/**
 * A CRD that an API server accepts as it accepts the original, without prose and without what its generator noted down.
 * @param {Crd} crd
 * @returns {Crd}
 */
export function reduceCrd(crd) {
  const { group, names, scope, versions, conversion, preserveUnknownFields } = crd.spec;
  return {
    apiVersion: crd.apiVersion,
    kind: crd.kind,
    metadata: { name: crd.metadata.name },
    spec: {
      group,
      names,
      scope,
      ...(conversion === undefined ? {} : { conversion }),
      ...(preserveUnknownFields === undefined ? {} : { preserveUnknownFields }),
      versions: versions.map(reduceVersion),
    },
  };
}

/** @param {Crd['spec']['versions'][number]} version */
function reduceVersion(version) {
  const columns = version.additionalPrinterColumns?.map(({ description: _, ...column }) => column);
  return {
    ...version,
    ...(columns === undefined ? {} : { additionalPrinterColumns: columns }),
    schema: { openAPIV3Schema: withoutProse(version.schema.openAPIV3Schema) },
  };
}

/**
 * One entry per served version: what the compiler needs to know of a kind.
 * @param {Crd} crd
 * @returns {KnownKind[]}
 */
export function kindsOfCrd(crd) {
  const { group, names, scope, versions } = crd.spec;
  return versions
    .filter((version) => version.served)
    .map((version) => ({
      group,
      version: version.name,
      kind: names.kind,
      plural: names.plural,
      scope,
      schema: version.schema.openAPIV3Schema,
    }));
}

/**
 * CEL rules are for the API server: the compiler judges structure alone.
 * @param {Schema} schema
 * @returns {Schema}
 */
export function withoutRules({ 'x-kubernetes-validations': _, ...schema }) {
  return mapSubSchemas(schema, withoutRules);
}
