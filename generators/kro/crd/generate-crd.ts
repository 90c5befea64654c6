import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { pluralize } from './pluralize.ts';

/** What of a graph's `spec.schema` reaches the CRD besides its fields. */
export interface KindHead {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: 'Namespaced' | 'Cluster';
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly printerColumns: readonly PrinterColumn[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface PrinterColumn {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
  readonly [field: string]: unknown;
}

/** The part of a CustomResourceDefinition that kro writes. */
export interface GeneratedCrd {
  readonly apiVersion: 'apiextensions.k8s.io/v1';
  readonly kind: 'CustomResourceDefinition';
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly group: string;
    readonly names: CrdNames;
    readonly scope: 'Namespaced' | 'Cluster';
    readonly versions: readonly [CrdVersion];
  };
}

interface CrdNames {
  readonly kind: string;
  readonly listKind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

export interface CrdVersion {
  readonly name: string;
  readonly served: true;
  readonly storage: true;
  readonly schema: { readonly openAPIV3Schema: RawSchema };
  readonly subresources: { readonly status: Readonly<Record<string, never>> };
  readonly additionalPrinterColumns: readonly PrinterColumn[];
}

const text: RawSchema = { type: 'string' };

const conditions: RawSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: text,
      status: text,
      reason: text,
      message: text,
      lastTransitionTime: text,
      observedGeneration: { type: 'integer' },
    },
  },
};

/** Columns of a kind that names none itself. */
const defaultColumns: readonly PrinterColumn[] = [
  {
    name: 'State',
    type: 'string',
    description: 'The state of a ResourceGraphDefinition instance',
    jsonPath: '.status.state',
  },
  {
    name: 'Ready',
    type: 'string',
    description: 'Whether a ResourceGraphDefinition instance is ready',
    jsonPath: '.status.conditions[?(@.type=="Ready")].status',
  },
  { name: 'Age', type: 'date', description: 'Age of the resource', jsonPath: '.metadata.creationTimestamp' },
];

/** The CRD that kro makes of a graph: nothing at its root is required, so an instance may leave out `spec`. */
export function generateCrd(head: KindHead, spec: RawSchema, status: RawSchema): GeneratedCrd {
  const { group, kind, labels, annotations, shortNames, categories, printerColumns } = head;
  const singular = kind.toLowerCase();
  const plural = pluralize(singular);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      group,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular,
        ...(shortNames.length > 0 && { shortNames }),
        ...(categories.length > 0 && { categories }),
      },
      scope: head.scope,
      versions: [
        {
          name: head.version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: instanceSchema(spec, status) },
          subresources: { status: {} },
          additionalPrinterColumns: printerColumns.length > 0 ? printerColumns : defaultColumns,
        },
      ],
    },
  };
}

/** `state` and `conditions` are kro's own, unless the graph has fields of these names. */
function instanceSchema(spec: RawSchema, status: RawSchema): RawSchema {
  return {
    type: 'object',
    properties: {
      apiVersion: text,
      kind: text,
      metadata: { type: 'object' },
      spec,
      status: { ...status, properties: { state: text, conditions, ...status.properties } },
    },
  };
}
