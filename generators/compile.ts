import { judgeGraphs } from './checks/judge-graphs.ts';
import { runChecks } from './checks/run-checks.ts';
import { accept } from './codes/accept.ts';
import { type Diagnostic, type DiagnosticLog, newDiagnosticLog } from './diagnostics/diagnostic.ts';
import { generate } from './generate/generate.ts';
import { changeRules } from './kro/rules/change-rules.ts';
import type { Kinds } from './kube/kinds.ts';
import { authoredFolders } from './load/authored-folders.ts';
import { parseConfig } from './load/parse-config.ts';
import type { RepositoryFiles } from './load/repository-files.ts';
import { validateResolved, withDefaults } from './load/validate-resolved.ts';
import type { CompleteKind, FileKind } from './model/file-kinds.ts';
import type { Fleet, Spoke } from './model/fleet.ts';
import type { OwnerOutput } from './model/output.ts';
import type { ParsedConfig, ParsedFile } from './model/parsed-file.ts';
import type { PatchHits } from './owners/patches/layer-patches.ts';
import type { TeamObjects } from './owners/shared-manifests.ts';
import { assembleFleet, named } from './resolve/assemble-fleet.ts';
import { resolveFile, resolveHub, resolveNetwork } from './resolve/resolve-file.ts';
import { type Resolved, spokeResolver } from './resolve/resolve-spoke.ts';
import type { Hash } from './util/hash.ts';

export interface CompileOptions {
  /** Schemas of the kinds that are emitted. */
  readonly schemas: Kinds;
  readonly hash: Hash;
  /** Kinds that graphs of people may use; asked for where there are some. */
  readonly kinds: () => Promise<Kinds>;
  /** Spokes that are known from an earlier compilation of the same other files: nothing is emitted for them. */
  readonly known?: readonly Spoke[];
  /**
   * Objects of teams from that compilation. With them, only hubs and spokes are made: nothing else depends on a spoke.
   */
  readonly teams?: TeamObjects;
  /** What patches of layers hit in those spokes. */
  readonly patchHits?: PatchHits;
}

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** Without the spokes that are known. */
  readonly parsed?: ParsedConfig;
  /** With those that graphs of people make; absent where there are none. */
  readonly kinds?: Kinds;
  /** Absent after an error in what leads to it. */
  readonly fleet?: Fleet;
  /** All that is written; absent after any error. */
  readonly outputs?: readonly OwnerOutput[];
  /** For the next compilation. */
  readonly teams?: TeamObjects;
  readonly patchHits?: PatchHits;
}

/** THE pipeline: files in, files and diagnostics out. Every phase reports all of its problems; none runs on the output of one that failed. */
export async function compile(files: RepositoryFiles, options: CompileOptions): Promise<Compilation> {
  const log = newDiagnosticLog();
  const { parsed, fleet } = compileFleet(files, options.known ?? [], log);
  // Beside spokes that are known, graphs are as they were.
  const isWhole = (options.known ?? []).length === 0;
  const kinds = isWhole ? await judgeGraphs(files, options.kinds, log) : undefined;
  const all = [files.config, files.authored, files.others].flatMap((some) => [...some.values()]);
  const told = () => accept(log.sorted(), all, { isSought: isWhole ? isSought : isOfConfig });
  const made = { parsed, ...(kinds && { kinds }) };
  if (fleet === undefined || log.hasErrors) return { diagnostics: told(), ...made, ...(fleet && { fleet }) };
  const known = new Set(options.known?.map(({ name }) => name));
  const earlier = { spokes: known, teams: options.teams, patchHits: options.patchHits };
  const { outputs, teams, patchHits } = await generate(fleet, earlier, options, log);
  const diagnostics = told();
  const isSound = !diagnostics.some(({ severity }) => severity === 'error');
  return { diagnostics, ...made, fleet, teams, patchHits, ...(isSound && { outputs }) };
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
  /** Absent after an error in what leads to it; sound if the log has no errors. */
  readonly fleet?: Fleet;
}

/** The first half of the pipeline, for whoever asks about the configuration: the fleet that the files describe, checked. */
export function compileFleet(files: RepositoryFiles, known: readonly Spoke[], log: DiagnosticLog): CompiledFleet {
  const { config: parsed, diagnostics } = parseConfig(files);
  log.add(diagnostics);
  if (log.hasErrors) return { parsed };
  const fleet = resolveFleet(parsed, files, known, log);
  if (fleet === undefined) return { parsed };
  runChecks(fleet, log, new Set(known.map(({ name }) => name)));
  return { parsed, fleet };
}

function resolveFleet(
  parsed: ParsedConfig,
  files: RepositoryFiles,
  known: readonly Spoke[],
  log: DiagnosticLog,
): Fleet | undefined {
  const config = parsed.config.get('config');
  const all = (kind: CompleteKind & FileKind, resolve: (file: ParsedFile) => Resolved) =>
    [...parsed[kind].values()].map((file) => validateResolved(kind, resolve(file), log));
  const [configFile] = all('config', resolveFile);
  const hubs = all('hub', (file) => resolveHub(file, config));
  const accounts = all('account', resolveFile);
  const networks = all('network', (file) => resolveNetwork(file, config));
  const teams = all('team', resolveFile);
  const resolveSpoke = spokeResolver(parsed, (value) => withDefaults('spoke', value));
  const spokes = [...parsed.spoke.values()].flatMap((file) => {
    const { resolved, problems } = resolveSpoke(file);
    for (const { code, ...problem } of problems) log.error(code, problem);
    return resolved === undefined ? [] : [named<Spoke>(validateResolved('spoke', resolved, log))];
  });
  if (log.hasErrors || configFile === undefined) return undefined;
  return assembleFleet({
    config: configFile,
    hubs,
    accounts,
    networks,
    teams,
    spokes: [...spokes, ...known],
    authored: authoredFolders(files.authored),
    files: parsed,
    recorded: files.recorded ?? new Set(),
  });
}
