import {
  dropAt,
  isMap,
  leavesIn,
  type Mutable,
  type MutableMap,
  type Mutation,
  mapIn,
  misspell,
  renameAt,
  type Site,
  setAt,
  sitesIn,
  valueAt,
} from './mutation.ts';
import type { Random } from './random.ts';

const templatesOf = (resources: readonly MutableMap[]): MutableMap[] =>
  resources.flatMap(({ template }) => (isMap(template) ? [template] : []));

/** A mutation of one template. */
function retemplate(change: (template: MutableMap, random: Random) => string | undefined): Mutation {
  return ({ resources }, random) => {
    const template = random.pick(templatesOf(resources));
    return template && change(template, random);
  };
}

/** A mutation of one entry of a template. */
function reentry(change: (site: Site, random: Random) => void): Mutation {
  return retemplate((template, random) => {
    const site = random.pick(sitesIn(template));
    if (site === undefined) return undefined;
    change(site, random);
    return site.path;
  });
}

const otherValues: readonly Mutable[] = [
  'text',
  '',
  7,
  1.5,
  -1,
  true,
  null,
  [],
  ['a'],
  [1],
  {},
  { a: 'b' },
  '7',
  'true',
  '10%',
];
const kinds: readonly (readonly [string, string])[] = [
  ['v1', 'ConfigMap'],
  ['v1', 'Secret'],
  ['v1', 'Namespace'],
  ['v1', 'Service'],
  ['v1', 'Pod'],
  ['v1', 'configmap'],
  ['v1', 'Nothing'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'Service'],
  ['batch/v1', 'Job'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['a/b/c', 'Deployment'],
  ['', 'ConfigMap'],
  ['v1', ''],
  ['v1', 'Config.Map'],
  ['${schema.apiVersion}', 'ConfigMap'],
  ['ec2.services.k8s.aws/v1alpha1', 'VPC'],
  ['kro.run/v1alpha1', 'ResourceGraphDefinition'],
];
const namespaces: readonly Mutable[] = ['default', '', ' ', '${schema.metadata.namespace}', '${schema.spec}', 7, null];
const reserved = [
  'kro.run/owned',
  'internal.kro.run/apply-order',
  'kro.run',
  'x.kro.run/a',
  'app.kubernetes.io/name',
  'not a label',
];

export const templateMutations: Readonly<Record<string, Mutation>> = {
  'drop a template field': reentry((site) => dropAt(site)),
  'misspell a template field': reentry((site, random) => renameAt(site, misspell(String(site.key), random))),
  'change a template value': reentry((site, random) => setAt(site, random.pick(otherValues) ?? null)),
  'put a value into a list': reentry((site) => setAt(site, [valueAt(site)])),
  'put a value into a map': reentry((site) => setAt(site, { key: valueAt(site) })),
  'change a literal of a template': retemplate((template, random) => {
    const site = random.pick(leavesIn(template).filter((leaf) => !String(valueAt(leaf)).includes('${')));
    if (site === undefined) return undefined;
    setAt(site, random.pick(otherValues) ?? null);
    return site.path;
  }),
  'add an unknown field': retemplate((template, random) => {
    const maps = [template, ...sitesIn(template).map(valueAt).filter(isMap)];
    const holder = random.pick(maps);
    if (holder) holder['unknownField'] = random.pick(otherValues) ?? null;
    return holder && Object.keys(holder).join(',');
  }),
  'change the kind': retemplate((template, random) => {
    const [apiVersion = '', kind = ''] = random.pick(kinds) ?? [];
    Object.assign(template, { apiVersion, kind });
    return `${apiVersion} ${kind}`;
  }),
  'change the namespace': retemplate((template, random) => {
    const namespace = random.pick(namespaces) ?? null;
    mapIn(template, 'metadata')['namespace'] = namespace;
    return String(namespace);
  }),
  'drop the namespace': retemplate((template) => {
    const metadata = mapIn(template, 'metadata');
    if (metadata['namespace'] === undefined) return undefined;
    delete metadata['namespace'];
    return 'metadata.namespace';
  }),
  'use a reserved label': retemplate((template, random) => {
    const holder = random.pick(['labels', 'annotations']) ?? '';
    const key = random.pick(reserved) ?? '';
    mapIn(mapIn(template, 'metadata'), holder)[key] = random.pick(['a', '${schema.metadata.name}']) ?? '';
    return `${holder} ${key}`;
  }),
  'replace a whole part': retemplate((template, random) => {
    const key = random.pick(['apiVersion', 'kind', 'metadata', 'spec', 'data']) ?? '';
    template[key] = random.pick([...otherValues, '${schema.spec}', '${schema.metadata}']) ?? null;
    return key;
  }),
};
