/** A structural schema of Kubernetes, as CRDs and OpenAPI documents have it. */
export interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  /** In a document the name of a definition; where sub-schemas are shared, a number. */
  $ref?: string | number;
  default?: unknown;
  enum?: unknown[];
  required?: string[];
  'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
  [keyword: string]: unknown;
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export interface KnownKind extends GroupVersionKind {
  readonly plural: string;
  readonly scope: string;
  readonly schema: Schema;
}

interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly additionalPrinterColumns?: readonly Readonly<Record<string, unknown>>[];
  readonly schema: { readonly openAPIV3Schema: Schema };
}

export interface Crd {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly scope: string;
    readonly versions: readonly CrdVersion[];
    readonly conversion?: unknown;
    readonly preserveUnknownFields?: unknown;
  };
}

interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

export type Definitions = Readonly<Record<string, Schema>>;
export type Paths = Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;

/** An OpenAPI v3 document of the API server. */
export interface OpenApi {
  readonly components: { readonly schemas: Definitions };
  readonly paths: Paths;
}

/** Values of fields, by definition. */
export type Enums = Record<string, Record<string, unknown[]>>;
export type Limits = Readonly<Record<string, Readonly<Record<string, Schema>>>>;

/** What the documents leave out. */
export interface Rules {
  readonly enums: Enums;
  /** Further keywords, by definition and field. */
  readonly limits: Limits;
}
