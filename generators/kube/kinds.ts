import { resolveReferences, withIdentity } from '../schema/structural/resolve-references.ts';
import { type Dialect, digestSchema, type RawSchema, type SchemaNode } from '../schema/structural/structural-schema.ts';
import { ownPattern } from '../schema/structural/text-pattern.ts';
import { once } from '../util/once.ts';

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

/** What an object of a kind is held against. */
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

export interface Kind extends KindSchema {
  /** The structural schema of its objects, as its server publishes it; what every object has may be left out. */
  readonly schema: RawSchema;
  /** What `$ref` counts in. */
  readonly shared: readonly RawSchema[];
  /** The same without references, with what every object has. */
  readonly complete: RawSchema;
  /** Served by the API server itself, which reads a null as nothing. */
  readonly isBuiltin: boolean;
}

/** A kind that no file describes, such as one that a graph makes. */
export type GeneratedKind = Pick<Kind, 'apiVersion' | 'kind' | 'plural' | 'scope' | 'schema'>;

/** Which kinds there are. */
export interface Kinds {
  /** `<apiVersion>/<kind>` of each. */
  readonly names: readonly string[];
  /** The schema of every object's metadata. */
  readonly objectMeta: RawSchema;
  /** Undefined for a kind that does not exist. */
  get(apiVersion: string, kind: string): Kind | undefined;
  /** The same, and these kinds besides, or in the place of those of their names. */
  with(kinds: readonly GeneratedKind[]): Kinds;
}

interface SchemaFile {
  readonly schema: RawSchema;
  readonly shared: readonly RawSchema[];
}

const objectMetaFile = 'builtin/object-meta.json';
const text: RawSchema = { type: 'string' };
const own: Dialect = { builtin: false, patterns: ownPattern };

/** Kinds from files like those of schemas/kubernetes: `read` gives the text of one by its path there, when it is first asked for. */
export function kindFiles(index: KindIndex, read: (path: string) => string): Kinds {
  const known = new Map<string, Kind>();
  const parse = (path: string): SchemaFile => JSON.parse(read(path)) as SchemaFile;
  const metadata = once(() => parse(objectMetaFile));
  const objectMeta = once(() => resolveReferences(metadata().schema, metadata().shared));
  const digestedMeta = once(() => digestSchema(metadata().schema, metadata().shared, { ...own, builtin: true }));

  function kindOf(described: GeneratedKind, shared: readonly RawSchema[], isBuiltin: boolean): Kind {
    const { apiVersion, scope, schema } = described;
    const slash = apiVersion.indexOf('/');
    const root = once(() => {
      const digested = digestSchema(schema, shared, { ...own, builtin: isBuiltin });
      return scope === 'File' ? digested : withIdentityNodes(digested, digestedMeta());
    });
    const complete = once(() => withIdentity(resolveReferences(schema, shared), objectMeta()));
    return {
      ...described,
      group: apiVersion.slice(0, Math.max(slash, 0)),
      version: apiVersion.slice(slash + 1),
      shared,
      isBuiltin,
      get root() {
        return root();
      },
      get complete() {
        return complete();
      },
    };
  }

  function withKinds(kinds: Kinds, added: readonly GeneratedKind[]): Kinds {
    const generated = new Map(added.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kindOf(kind, [], false)]));
    const all: Kinds = {
      names: [...kinds.names, ...generated.keys()],
      get objectMeta() {
        return objectMeta();
      },
      get: (apiVersion, kind) => generated.get(`${apiVersion}/${kind}`) ?? kinds.get(apiVersion, kind),
      with: (more) => withKinds(all, more),
    };
    return all;
  }

  const files: Kinds = {
    names: Object.keys(index),
    get objectMeta() {
      return objectMeta();
    },
    get(apiVersion, kind) {
      const name = `${apiVersion}/${kind}`;
      const found = known.get(name);
      const entry = Object.hasOwn(index, name) ? index[name] : undefined;
      if (found !== undefined || entry === undefined) return found;
      const { file, plural, scope } = entry;
      const { schema, shared } = parse(file);
      const made = kindOf({ apiVersion, kind, plural, scope, schema }, shared, file.startsWith('builtin/'));
      known.set(name, made);
      return made;
    },
    with: (added) => withKinds(files, added),
  };
  return files;
}

/** As `withIdentity`, of a schema that is digested. */
function withIdentityNodes(root: SchemaNode, objectMeta: SchemaNode): SchemaNode {
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
