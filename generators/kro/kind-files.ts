import type { KindIndex } from '../kube/kind-schemas.ts';
import type { RawSchema } from '../schema/structural/structural-schema.ts';
import { type KindLookup, type KnownKind, resolveReferences } from './kinds.ts';

interface SchemaFile {
  readonly schema: RawSchema;
  readonly shared: readonly RawSchema[];
}

const objectMetaFile = 'builtin/object-meta.json';

/** Kinds from files like those of schemas/kubernetes: `read` gives the text of one by its path there, when its kind is first asked for. */
export function kindFiles(index: KindIndex, read: (path: string) => string): KindLookup {
  const known = new Map<string, KnownKind>();
  const parse = (path: string) => JSON.parse(read(path)) as SchemaFile;
  const { schema, shared } = parse(objectMetaFile);
  return {
    names: Object.keys(index).filter((name) => index[name]?.scope !== 'File'),
    objectMeta: resolveReferences(schema, shared),
    get(apiVersion, kind) {
      const name = `${apiVersion}/${kind}`;
      const found = known.get(name);
      const entry = Object.hasOwn(index, name) ? index[name] : undefined;
      if (found !== undefined || entry === undefined || entry.scope === 'File') return found;
      const { plural, scope, file } = entry;
      const { schema, shared } = parse(file);
      const made = { schema, shared, plural, scope, isBuiltin: file.startsWith('builtin/') };
      known.set(name, made);
      return made;
    },
  };
}
