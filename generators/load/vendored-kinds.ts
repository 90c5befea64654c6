import index from '../../schemas/kubernetes/index.json' with { type: 'json' };
import { type KindLookup, type KnownKind, resolveReferences } from '../kro/kinds.ts';
import type { KindIndex } from '../kube/kind-schemas.ts';
import type { RawSchema } from '../kube/structural-schema.ts';
import { readVendored } from './vendored-schemas.ts';

interface SchemaFile {
  readonly schema: RawSchema;
  readonly shared: readonly RawSchema[];
}

const entries = index as KindIndex;

/** The kinds that graphs may use, from the files that this program comes with: each is read when it is first asked for. */
export function vendoredKinds(): KindLookup {
  const known = new Map<string, KnownKind>();
  const { schema, shared } = read('builtin/object-meta.json');
  return {
    names: Object.keys(entries).filter((name) => entries[name]?.scope !== 'File'),
    objectMeta: resolveReferences(schema, shared),
    get(apiVersion, kind) {
      const name = `${apiVersion}/${kind}`;
      const found = known.get(name);
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
      if (found !== undefined || entry === undefined || entry.scope === 'File') return found;
      const { schema, shared } = read(entry.file);
      const { plural, scope } = entry;
      const made = { schema, shared, plural, scope, isBuiltin: entry.file.startsWith('builtin/') };
      known.set(name, made);
      return made;
    },
  };
}

function read(file: string): SchemaFile {
  return JSON.parse(readVendored(file)) as SchemaFile;
}
