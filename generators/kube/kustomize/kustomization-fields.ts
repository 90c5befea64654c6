import { limits } from '../../util/limits.ts';

/** What a value must look like; `unpredicted` marks what kustomize knows and this imitation does not. */
export type Shape =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'stringMap'
  | 'anything'
  | { readonly list: Shape; readonly most?: number }
  | { readonly fields: Readonly<Record<string, Shape | 'unpredicted'>>; readonly required?: readonly string[] };

const most = limits.kustomizationChanges.most;
const strings: Shape = { list: 'string' };

const generatorOptions: Shape = {
  fields: { labels: 'stringMap', annotations: 'stringMap', disableNameSuffixHash: 'boolean', immutable: 'boolean' },
};

const target: Shape = {
  fields: {
    group: 'string',
    version: 'string',
    kind: 'string',
    name: 'string',
    namespace: 'string',
    labelSelector: 'unpredicted',
    annotationSelector: 'unpredicted',
  },
};

/** Fields of kustomize.config.k8s.io/v1beta1 Kustomization and v1alpha1 Component. */
export const kustomizationShape: Shape = {
  fields: {
    apiVersion: 'string',
    kind: 'string',
    metadata: 'anything',
    resources: strings,
    components: strings,
    namespace: 'string',
    namePrefix: 'string',
    nameSuffix: 'string',
    labels: {
      most,
      list: {
        fields: { pairs: 'stringMap', includeSelectors: 'boolean', includeTemplates: 'boolean', fields: 'unpredicted' },
      },
    },
    commonLabels: 'stringMap',
    commonAnnotations: 'stringMap',
    images: {
      most,
      list: {
        fields: { name: 'string', newName: 'string', newTag: 'string', digest: 'string', tagSuffix: 'unpredicted' },
        required: ['name'],
      },
    },
    replicas: { most, list: { fields: { name: 'string', count: 'integer' }, required: ['name', 'count'] } },
    patches: { most, list: { fields: { path: 'string', patch: 'string', target, options: 'unpredicted' } } },
    configMapGenerator: {
      list: {
        fields: {
          name: 'string',
          namespace: 'string',
          literals: strings,
          files: strings,
          envs: strings,
          env: 'unpredicted',
          behavior: 'unpredicted',
          options: generatorOptions,
        },
        required: ['name'],
      },
    },
    generatorOptions,
    sortOptions: 'anything',
    bases: 'unpredicted',
    buildMetadata: 'unpredicted',
    configurations: 'unpredicted',
    crds: 'unpredicted',
    imageTags: 'unpredicted',
    openapi: 'unpredicted',
    patchesJson6902: 'unpredicted',
    patchesStrategicMerge: 'unpredicted',
    replacements: 'unpredicted',
    secretGenerator: 'unpredicted',
    transformers: 'unpredicted',
    validators: 'unpredicted',
    vars: 'unpredicted',
  },
};

/** What kustomize does only with flags that Argo CD does not pass. */
export const flaggedFields: Readonly<Record<string, string>> = {
  helmCharts: '--enable-helm',
  helmGlobals: '--enable-helm',
  helmChartInflationGenerator: '--enable-helm',
  generators: '--enable-alpha-plugins',
};

export interface GeneratorOptions {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly disableNameSuffixHash?: boolean;
  readonly immutable?: boolean;
}

export interface ConfigMapArguments {
  readonly name: string;
  readonly namespace?: string;
  readonly literals?: readonly string[];
  readonly files?: readonly string[];
  readonly envs?: readonly string[];
  readonly options?: GeneratorOptions;
}

export interface KustomizePatch {
  readonly path?: string;
  readonly patch?: string;
  readonly target?: { readonly [field in 'group' | 'version' | 'kind' | 'name' | 'namespace']?: string };
}

/** The part of a kustomization that is imitated. */
export interface Kustomization {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly labels?: readonly {
    readonly pairs: Readonly<Record<string, string>>;
    readonly includeSelectors?: boolean;
    readonly includeTemplates?: boolean;
  }[];
  readonly commonLabels?: Readonly<Record<string, string>>;
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly images?: readonly {
    readonly name: string;
    readonly newName?: string;
    readonly newTag?: string;
    readonly digest?: string;
  }[];
  readonly replicas?: readonly { readonly name: string; readonly count: number }[];
  readonly patches?: readonly KustomizePatch[];
  readonly configMapGenerator?: readonly ConfigMapArguments[];
  readonly generatorOptions?: GeneratorOptions;
}
