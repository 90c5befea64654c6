import { judgeGraphs } from './checks/judge-graphs.ts';
import { runChecks } from './checks/run-checks.ts';
import { accept } from './codes/accept.ts';
import { type Acceptance, acceptancesIn } from './diagnostics/acceptance.ts';
import { type Diagnostic, type DiagnosticLog, newDiagnosticLog } from './diagnostics/diagnostic.ts';
import { generate, type VersionOf, versionsIn } from './generate/generate.ts';
import { changeRules } from './kro/rules/change-rules.ts';
import type { Kinds } from './kube/kinds.ts';
import { authoredFolders } from './load/authored-folders.ts';
import { parseConfig } from './load/parse-config.ts';
import { type RepositoryFiles, withHashes } from './load/repository-files.ts';
import { validateResolved, withDefaults } from './load/validate-resolved.ts';
import type { CloudFacts } from './model/cloud-facts.ts';
import type { CompleteKind, FileKind } from './model/file-kinds.ts';
import type { Fleet } from './model/fleet.ts';
import type { Owner, OwnerOutput } from './model/output.ts';
import type { ParsedConfig } from './model/parsed-file.ts';
import { assembleFleet, type Unnamed } from './resolve/assemble-fleet.ts';
import { resolveFile } from './resolve/resolve-file.ts';
import { type Resolved, spokeResolver } from './resolve/resolve-spoke.ts';
import { newTables, type Tables } from './tables.ts';
import type { Hash } from './util/hash.ts';
import { type SharedTexts, sharedJson } from './util/shared-json.ts';

export interface CompileOptions {
  /** Schemas of the kinds that are emitted. */
  readonly schemas: Kinds;
  readonly hash: Hash;
  readonly facts: CloudFacts;
  /** Kinds that graphs of people may use; asked for where there are some. */
  readonly kinds: () => Promise<Kinds>;
  /** Spokes that are asked about: only their output is made, and graphs are not judged. All, unless it is given. */
  readonly spokes?: ReadonlySet<string>;
}

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  readonly parsed?: ParsedConfig;
  /** With those that graphs of people make; absent where there are none. */
  readonly kinds?: Kinds;
  /** Absent after an error in what leads to it. */
  readonly fleet?: Fleet;
  /** All that is written; absent after any error. */
  readonly outputs?: readonly OwnerOutput[];
  /** Who has written the same already, as the tables know, and is not among the outputs. */
  readonly kept?: readonly Owner[];
}

/**
 * THE pipeline: files in, files and diagnostics out. Every phase reports all of its problems; none runs on the output of one
 * that failed. What the tables know is not made again; they are filled for the next time.
 */
export async function compile(
  read: RepositoryFiles,
  options: CompileOptions,
  tables: Tables = newTables(),
): Promise<Compilation> {
  const log = newDiagnosticLog();
  const files = withHashes(read, options.hash);
  const { parsed, acceptances, fleet, versionOf } = compileFleet(files, options, log, tables);
  const isWhole = options.spokes === undefined;
  const kinds = isWhole ? await judgeGraphs(files, options.kinds, log, tables.graphs) : undefined;
  const told = () => accept(log.sorted(), acceptances, { isSought: isWhole ? isSought : isOfConfig });
  const made = { parsed, ...(kinds && { kinds }) };
  if (fleet === undefined || versionOf === undefined || log.hasErrors)
    return { diagnostics: told(), ...made, ...(fleet && { fleet }) };
  const rows = await generate(asked(fleet, options), { ...options, versionOf }, tables, log);
  const diagnostics = told();
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics, ...made, fleet };
  const kept = rows.flatMap(({ owner, output }) => (output === undefined ? [owner] : []));
  return { diagnostics, ...made, fleet, outputs: rows.flatMap(({ output }) => output ?? []), kept };
}

function asked(fleet: Fleet, { spokes: names }: CompileOptions): Fleet {
  if (names === undefined) return fleet;
  return { ...fleet, spokes: new Map([...fleet.spokes].filter(([name]) => names.has(name))) };
}

/** A change is there once: nobody says that it is not. */
function isSought(code: string): boolean {
  return !Object.hasOwn(changeRules, code);
}

function isOfConfig(code: string, path: string): boolean {
  return isSought(code) && (!code.startsWith('kro/') || path.startsWith('config/'));
}

export interface CompiledFleet {
  readonly parsed: ParsedConfig;
  readonly acceptances: readonly Acceptance[];
  /** Absent after an error in what leads to it; sound if the log has no errors. */
  readonly fleet?: Fleet;
  readonly versionOf?: VersionOf;
}

/** The first half of the pipeline, for whoever asks about the configuration: the fleet that the files describe, checked. */
export function compileFleet(
  read: RepositoryFiles,
  means: Pick<CompileOptions, 'hash' | 'facts'>,
  log: DiagnosticLog,
  tables: Tables = newTables(),
): CompiledFleet {
  const { hash } = means;
  const files = withHashes(read, hash);
  const { config: parsed, diagnostics, acceptances: inConfig } = parseConfig(files, tables.files);
  log.add(diagnostics);
  const acceptances = [...inConfig, ...[...files.authored.values(), ...files.others.values()].flatMap(acceptancesIn)];
  if (log.hasErrors) return { parsed, acceptances };
  const fleet = resolveFleet(parsed, files, means, log, tables);
  if (fleet === undefined) return { parsed, acceptances };
  const versionOf = versionsIn(fleet, hash);
  runChecks(fleet, log, { table: tables.checked, versionOf: ({ name }) => versionOf({ kind: 'spoke', name }), hash });
  return { parsed, acceptances, fleet, versionOf };
}

function resolveFleet(
  parsed: ParsedConfig,
  files: RepositoryFiles,
  { hash, facts }: Pick<CompileOptions, 'hash' | 'facts'>,
  log: DiagnosticLog,
  { resolved: known, authored, manifests }: Tables,
): Fleet | undefined {
  const config = parsed.config.get('config');
  const texts: SharedTexts = new WeakMap();
  const complete = (kind: CompleteKind, resolved: Resolved): Unnamed => {
    const { file, locate } = resolved;
    const { path } = file.source;
    const row = known.keep(path, resolved.version, () => {
      const own = newDiagnosticLog();
      const { value } = validateResolved(kind, resolved, own);
      const version = hash([path, JSON.stringify(file.value), sharedJson(value, texts)].join('\n'));
      return { value, diagnostics: own.sorted(), version };
    });
    log.add(row.diagnostics);
    return { file, locate, version: row.version, value: row.value };
  };
  const all = (kind: CompleteKind & FileKind) =>
    [...parsed[kind].values()].map((file) => complete(kind, resolveFile(file, config)));
  const [configFile] = all('config');
  const [hubs, accounts, networks, teams] = [all('hub'), all('account'), all('network'), all('team')];
  const resolveSpoke = spokeResolver(parsed, {
    complete: (value, cloud) => withDefaults('spoke', value, cloud),
    hash,
  });
  const spokes = [...parsed.spoke.values()].flatMap((file) => {
    const { resolved, problems } = resolveSpoke(file);
    for (const { code, ...problem } of problems) log.error(code, problem);
    return resolved === undefined ? [] : [complete('spoke', resolved)];
  });
  if (log.hasErrors || configFile === undefined) return undefined;
  return assembleFleet({
    config: configFile,
    hubs,
    accounts,
    networks,
    teams,
    spokes,
    authored: authoredFolders(files.authored, hash, { authored, manifests }),
    files: parsed,
    recorded: files.recorded ?? new Set(),
    facts,
    hash,
  });
}
