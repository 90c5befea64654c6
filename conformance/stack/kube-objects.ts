/** What the runner needs to know of any object of the Kubernetes API. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
  readonly spec?: Fields;
  readonly status?: Fields;
  readonly [field: string]: unknown;
}

/** A map of anything: what an API server sends is checked where it is read. */
export type Fields = Readonly<Record<string, unknown>>;

export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly generation?: number;
  readonly resourceVersion?: string;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly Fields[];
}

export interface KindRef {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface ObjectRef extends KindRef {
  readonly name: string;
  /** Absent for what has none. */
  readonly namespace?: string;
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly observedGeneration?: number;
}

export const refOf = ({ apiVersion, kind, metadata: { name, namespace } }: KubeObject): ObjectRef =>
  namespace === undefined ? { apiVersion, kind, name } : { apiVersion, kind, name, namespace };

/** `Deployment kro-system/kro` */
export const nameOf = ({ kind, metadata: { namespace, name } }: Pick<KubeObject, 'kind' | 'metadata'>): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

export function conditionsOf(object: KubeObject): readonly Condition[] {
  const conditions = object.status?.['conditions'];
  return Array.isArray(conditions) ? conditions : [];
}

export const conditionOf = (object: KubeObject, type: string): Condition | undefined =>
  conditionsOf(object).find((condition) => condition.type === type);

/** The value at a path such as `status.sync.status`, if every step of it is a map. */
export function valueAt(object: unknown, path: string): unknown {
  let value: unknown = object;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[step];
  }
  return value;
}

export function textAt(object: unknown, path: string): string {
  const value = valueAt(object, path);
  return value === undefined || value === null ? '' : String(value);
}

export const kinds = {
  application: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  applicationSet: { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet' },
  graph: { apiVersion: 'kro.run/v1alpha1', kind: 'ResourceGraphDefinition' },
  crd: { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
  namespace: { apiVersion: 'v1', kind: 'Namespace' },
  configMap: { apiVersion: 'v1', kind: 'ConfigMap' },
  secret: { apiVersion: 'v1', kind: 'Secret' },
  deployment: { apiVersion: 'apps/v1', kind: 'Deployment' },
} as const satisfies Record<string, KindRef>;
