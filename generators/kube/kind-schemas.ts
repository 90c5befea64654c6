import { type Dialect, digestSchema, type RawSchema, type SchemaNode } from '../schema/structural/structural-schema.ts';
import { ownPattern } from '../schema/structural/text-pattern.ts';

/** `File` is a kind that no API server knows: it only configures kustomize. */
export type Scope = 'Namespaced' | 'Cluster' | 'File';

export interface KindEntry {
  /** Relative to the folder of the index. */
  readonly file: string;
  readonly plural: string;
  readonly scope: Scope;
  /** It has a status, so there is something to wait for. */
  readonly status: boolean;
}

/** By `<apiVersion>/<kind>`. */
export type KindIndex = Readonly<Record<string, KindEntry>>;

export interface KindSchema {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: Scope;
  readonly root: SchemaNode;
}

/** A kind that no file describes: one that a graph of ours makes. */
export interface GeneratedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: Scope;
  readonly schema: RawSchema;
}

export interface KindSchemas {
  readonly index: KindIndex;
  get(apiVersion: string, kind: string): KindSchema | undefined;
  /** The same, and these kinds besides. */
  with(kinds: readonly GeneratedKind[]): KindSchemas;
}

interface SchemaFile {
  readonly group: string;
  readonly version: string;
  readonly schema: RawSchema;
  readonly shared: readonly RawSchema[];
}

const objectMetaFile = 'builtin/object-meta.json';
const text: RawSchema = { type: 'string' };
const own: Dialect = { builtin: false, patterns: ownPattern };

/** `read` gives the text of a file of schemas/kubernetes by its path there. A kind's schema is read and digested when it is first asked for. */
export function kindSchemas(index: KindIndex, read: (path: string) => string): KindSchemas {
  const known = new Map<string, KindSchema>();
  let objectMeta: SchemaNode | undefined;

  function load(apiVersion: string, kind: string, entry: KindEntry): KindSchema {
    const { group, version, schema, shared } = JSON.parse(read(entry.file)) as SchemaFile;
    const root = digestSchema(schema, shared, { ...own, builtin: entry.file.startsWith('builtin/') });
    const { plural, scope } = entry;
    if (scope === 'File') return { apiVersion, group, version, kind, plural, scope, root };
    objectMeta ??= loadObjectMeta();
    return { apiVersion, group, version, kind, plural, scope, root: withIdentity(root, objectMeta) };
  }

  function loadObjectMeta(): SchemaNode {
    const { schema, shared } = JSON.parse(read(objectMetaFile)) as SchemaFile;
    return digestSchema(schema, shared, { ...own, builtin: true });
  }

  function digestGenerated({ apiVersion, kind, plural, scope, schema }: GeneratedKind): KindSchema {
    const [group = '', version = ''] = apiVersion.split('/');
    objectMeta ??= loadObjectMeta();
    return {
      apiVersion,
      group,
      version,
      kind,
      plural,
      scope,
      root: withIdentity(digestSchema(schema, [], own), objectMeta),
    };
  }

  const schemas: KindSchemas = {
    index,
    get(apiVersion, kind) {
      const name = `${apiVersion}/${kind}`;
      const found = known.get(name);
      if (found !== undefined || !Object.hasOwn(index, name)) return found;
      const schema = load(apiVersion, kind, index[name] as KindEntry);
      known.set(name, schema);
      return schema;
    },
    with(kinds) {
      const generated = new Map(kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, digestGenerated(kind)]));
      return {
        ...schemas,
        get: (apiVersion, kind) => generated.get(`${apiVersion}/${kind}`) ?? schemas.get(apiVersion, kind),
      };
    },
  };
  return schemas;
}

/** What every object has, whatever its own schema says of it. */
function withIdentity(root: SchemaNode, objectMeta: SchemaNode): SchemaNode {
  const string = digestSchema(text, [], own);
  const identity = new Map([
    ['apiVersion', string],
    ['kind', string],
    ['metadata', objectMeta],
  ]);
  return {
    ...root,
    property: (key) => identity.get(key) ?? root.property(key),
    propertyNames: [...new Set([...identity.keys(), ...root.propertyNames])],
    required: [...new Set([...identity.keys(), ...root.required])],
  };
}
