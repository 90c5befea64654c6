// Re-creates schemas/kubernetes/ from the versions that schemas/kubernetes/sources.json pins. Needs Go, and for ACK a folder with its CRDs:
//   node scripts/vendor-schemas.mjs [--ack DIR]
// To move a version: edit it in sources.json, delete its recorded hash, run this, read the difference.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { ackCrds, ackVersions } from './vendor-schemas/ack-folder.mjs';
import { goModule } from './vendor-schemas/go-module.mjs';
import { readEnums } from './vendor-schemas/read-enums.mjs';
import { kindsOfCrd, reduceCrd, withoutRules } from './vendor-schemas/reduce-crd.mjs';
import { kindsOfOpenApi, objectMeta } from './vendor-schemas/reduce-openapi.mjs';
import { shareSubtrees } from './vendor-schemas/share-subtrees.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'schemas', 'kubernetes');
const { values: options } = parseArgs({ options: { ack: { type: 'string' } } });
const sources = JSON.parse(readFileSync(join(target, 'sources.json'), 'utf8'));

rmSync(join(target, 'others'), { recursive: true, force: true });
for (const source of sources.modules) {
  const { folder, sum } = goModule(source.module, source.version);
  source.sum = checkHash(`${source.module}@${source.version}`, source.sum, sum);
  if (source.crds) crdsIn(join(folder, source.folder), source.crds).forEach(writeCrd);
  if (source.kinds) crdsIn(join(folder, source.folder), source.kinds).forEach(writeOther);
  if (source.builtin) vendorBuiltin(folder, source);
}
if (options.ack) vendorAck(options.ack);
writeJson('sources.json', sources, 2);
deriveCompact();
writeIndex('index.json', ['builtin', 'compact']);
writeIndex('others.json', ['others']);

function crdsIn(folder, wanted) {
  const found = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    for (const document of parseAllDocuments(readFileSync(join(folder, name), 'utf8'))) {
      const crd = document.toJS();
      if (crd?.kind === 'CustomResourceDefinition') found.set(`${crd.spec.group}/${crd.spec.names.kind}`, crd);
    }
  }
  return wanted.map((name) => {
    if (!found.has(name)) throw new Error(`${folder} has no CRD of ${name}`);
    return found.get(name);
  });
}

function vendorAck(root) {
  const versions = ackVersions(root);
  for (const [controller, source] of Object.entries(sources.ack)) {
    const version = versions.get(controller);
    const moved = version !== undefined && version.tag !== source.tag;
    if (version !== undefined) Object.assign(source, version);
    for (const { kind, crd, hash } of ackCrds(root, controller, Object.keys(source.kinds))) {
      source.kinds[kind] = checkHash(`${kind} of ${controller} ${source.tag}`, moved ? '' : source.kinds[kind], hash);
      writeCrd(crd);
    }
  }
}

function vendorBuiltin(folder, source) {
  const enums = readEnums(readFileSync(join(folder, source.enums), 'utf8'));
  const rules = { enums, limits: readJson('own/builtin-limits.json') };
  const document = (apiVersion) => {
    const path = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
    return JSON.parse(readFileSync(join(folder, source.folder, `${path.replaceAll('/', '__')}_openapi.json`), 'utf8'));
  };
  const kinds = source.builtin.flatMap((apiVersion) => kindsOfOpenApi(document(apiVersion), apiVersion, rules));
  const metadata = objectMeta(document('v1'), rules);
  rmSync(join(target, 'builtin'), { recursive: true, force: true });
  for (const kind of kinds) writeKind('builtin', kind);
  writeJson('builtin/object-meta.json', shareSubtrees(metadata));
}

/** The form that the compiler reads: of CRDs, and of what is written by hand because nobody publishes it. */
function deriveCompact() {
  rmSync(join(target, 'compact'), { recursive: true, force: true });
  for (const path of filesUnder('crds')) for (const kind of kindsOfCrd(readJson(path))) writeKind('compact', kind);
  const { group, kinds, scope, schema } = readJson('own/kustomize.json');
  for (const kind of kinds) writeKind('compact', { group, ...kind, scope, schema });
}

function writeIndex(path, folders) {
  const entries = folders.flatMap((folder) =>
    filesUnder(folder)
      .map((file) => ({ file, ...readJson(file) }))
      .filter((kind) => kind.kind !== undefined)
      .map(({ file, group, version, kind, plural, scope, schema }) => {
        const apiVersion = group === '' ? version : `${group}/${version}`;
        return [`${apiVersion}/${kind}`, { file, plural, scope, status: schema.properties?.status !== undefined }];
      }),
  );
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = sorted.map(([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
  writeFileSync(join(target, path), `{\n${lines.join(',\n')}\n}\n`);
}

function writeCrd(crd) {
  writeJson(`crds/${crd.spec.group}/${crd.spec.names.kind}.json`, reduceCrd(crd), 1);
}

/** What no API server of ours is fed with is kept only as far as graphs are judged by it. */
function writeOther(crd) {
  for (const { schema, ...kind } of kindsOfCrd(reduceCrd(crd)))
    writeKind('others', { ...kind, schema: withoutRules(schema) });
}

function writeKind(folder, { schema, ...kind }) {
  writeJson(`${folder}/${kind.group || 'core'}/${kind.version}/${kind.kind}.json`, {
    ...kind,
    ...shareSubtrees(schema),
  });
}

function checkHash(what, recorded, found) {
  if (recorded && recorded !== found)
    throw new Error(`${what} has the hash ${found}, sources.json records ${recorded}`);
  return found;
}

function filesUnder(folder) {
  if (!existsSync(join(target, folder))) return [];
  return readdirSync(join(target, folder), { recursive: true })
    .filter((path) => path.endsWith('.json'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .sort();
}

function readJson(path) {
  return JSON.parse(readFileSync(join(target, path), 'utf8'));
}

function writeJson(path, value, indent = 0) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), `${JSON.stringify(value, undefined, indent)}\n`);
}
