// Re-creates schemas/kubernetes/ from the versions that schemas/kubernetes/sources.json pins. Needs Go, and for ACK a folder with its CRDs:
//   node scripts/run.mjs scripts/vendor-schemas.ts [--ack DIR]
// To move a version: edit it in sources.json, delete its recorded hash, run this, read the difference.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'glob';
import { parseAllDocuments } from 'yaml';
import { ackCrds, ackVersions } from './vendor-schemas/ack-folder.mjs';
import { goModule } from './vendor-schemas/go-module.mjs';
import { readEnums } from './vendor-schemas/read-enums.mjs';
import { kindsOfCrd, reduceCrd, withoutRules } from './vendor-schemas/reduce-crd.mjs';
import { kindsOfOpenApi, objectMeta } from './vendor-schemas/reduce-openapi.mjs';
import { shareSubtrees } from './vendor-schemas/share-subtrees.mjs';
import type { Crd, KnownKind, Limits, OpenApi } from './vendor-schemas/types.ts';

interface Module {
  readonly module: string;
  readonly version: string;
  readonly folder: string;
  sum: string;
  /** Kinds of which the CRDs are kept whole. */
  readonly crds?: readonly string[];
  /** Kinds of which the compiler alone must know. */
  readonly kinds?: readonly string[];
  /** API versions of Kubernetes itself. */
  readonly builtin?: readonly string[];
  readonly enums?: string;
}

interface Controller {
  tag?: string;
  commit?: string;
  /** Hash of the CRD, by kind. */
  readonly kinds: Record<string, string>;
}

const target = join(import.meta.dirname, '../schemas/kubernetes');

export function main(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { ack: { type: 'string' } } });
  const sources = readJson('sources.json') as { modules: Module[]; ack: Record<string, Controller> };
  rmSync(join(target, 'others'), { recursive: true, force: true });
  for (const source of sources.modules) {
    const { folder, sum } = goModule(source.module, source.version);
    source.sum = checkHash(`${source.module}@${source.version}`, source.sum, sum);
    if (source.crds) crdsIn(join(folder, source.folder), source.crds).forEach(writeCrd);
    if (source.kinds) crdsIn(join(folder, source.folder), source.kinds).forEach(writeOther);
    if (source.builtin) vendorBuiltin(folder, source, source.builtin);
  }
  if (values.ack) vendorAck(values.ack, sources.ack);
  writeJson('sources.json', sources, 2);
  deriveCompact();
  writeIndex('index.json', ['builtin', 'compact']);
  writeIndex('others.json', ['others']);
  return 0;
}

function crdsIn(folder: string, names: readonly string[]): readonly Crd[] {
  const found = new Map<string, Crd>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    for (const document of parseAllDocuments(readFileSync(join(folder, name), 'utf8'))) {
      const crd = document.toJS() as Crd | null;
      if (crd?.kind === 'CustomResourceDefinition') found.set(`${crd.spec.group}/${crd.spec.names.kind}`, crd);
    }
  }
  return names.map((name) => {
    const crd = found.get(name);
    if (crd === undefined) throw new Error(`${folder} has no CRD of ${name}`);
    return crd;
  });
}

function vendorAck(root: string, controllers: Readonly<Record<string, Controller>>): void {
  const versions = ackVersions(root);
  for (const [controller, source] of Object.entries(controllers)) {
    const version = versions.get(controller);
    const moved = version !== undefined && version.tag !== source.tag;
    if (version !== undefined) Object.assign(source, version);
    for (const { kind, crd, hash } of ackCrds(root, controller, Object.keys(source.kinds))) {
      source.kinds[kind] = checkHash(`${kind} of ${controller} ${source.tag}`, moved ? '' : source.kinds[kind], hash);
      writeCrd(crd);
    }
  }
}

function vendorBuiltin(folder: string, source: Module, apiVersions: readonly string[]): void {
  const enums = readEnums(readFileSync(join(folder, source.enums ?? ''), 'utf8'));
  const rules = { enums, limits: readJson('own/builtin-limits.json') as Limits };
  const document = (apiVersion: string): OpenApi => {
    const path = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
    return JSON.parse(readFileSync(join(folder, source.folder, `${path.replaceAll('/', '__')}_openapi.json`), 'utf8'));
  };
  const kinds = apiVersions.flatMap((apiVersion) => kindsOfOpenApi(document(apiVersion), apiVersion, rules));
  const metadata = objectMeta(document('v1'), rules);
  rmSync(join(target, 'builtin'), { recursive: true, force: true });
  for (const kind of kinds) writeKind('builtin', kind);
  writeJson('builtin/object-meta.json', shareSubtrees(metadata));
}

/** The form that the compiler reads: of CRDs, and of what is written by hand because nobody publishes it. */
function deriveCompact(): void {
  rmSync(join(target, 'compact'), { recursive: true, force: true });
  for (const path of filesUnder('crds'))
    for (const kind of kindsOfCrd(readJson(path) as Crd)) writeKind('compact', kind);
  const { group, kinds, scope, schema } = readJson('own/kustomize.json') as Omit<KnownKind, 'kind'> & {
    readonly kinds: readonly Pick<KnownKind, 'version' | 'kind' | 'plural'>[];
  };
  for (const kind of kinds) writeKind('compact', { group, ...kind, scope, schema });
}

function writeIndex(path: string, folders: readonly string[]): void {
  const entries = folders.flatMap((folder) =>
    filesUnder(folder)
      .map((file) => ({ file, ...(readJson(file) as KnownKind) }))
      .filter((kind) => kind.kind !== undefined)
      .map(({ file, group, version, kind, plural, scope, schema }) => {
        const apiVersion = group === '' ? version : `${group}/${version}`;
        return [
          `${apiVersion}/${kind}`,
          { file, plural, scope, status: schema.properties?.['status'] !== undefined },
        ] as const;
      }),
  );
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = sorted.map(([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
  writeFileSync(join(target, path), `{\n${lines.join(',\n')}\n}\n`);
}

function writeCrd(crd: Crd): void {
  writeJson(`crds/${crd.spec.group}/${crd.spec.names.kind}.json`, reduceCrd(crd), 1);
}

/** What no API server of ours is fed with is kept only as far as graphs are judged by it. */
function writeOther(crd: Crd): void {
  for (const { schema, ...kind } of kindsOfCrd(reduceCrd(crd)))
    writeKind('others', { ...kind, schema: withoutRules(schema) });
}

function writeKind(folder: string, { schema, ...kind }: KnownKind): void {
  writeJson(`${folder}/${kind.group || 'core'}/${kind.version}/${kind.kind}.json`, {
    ...kind,
    ...shareSubtrees(schema),
  });
}

function checkHash(what: string, recorded: string | undefined, found: string): string {
  if (recorded && recorded !== found)
    throw new Error(`${what} has the hash ${found}, sources.json records ${recorded}`);
  return found;
}

function filesUnder(folder: string): readonly string[] {
  return globSync(`${folder}/**/*.json`, { cwd: target, posix: true }).sort();
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(target, path), 'utf8'));
}

function writeJson(path: string, value: unknown, indent = 0): void {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), `${JSON.stringify(value, undefined, indent)}\n`);
}
