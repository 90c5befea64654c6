import type { Diagnostic, Note } from '../diagnostics/diagnostic.ts';
import { fileKindFacts, fileKinds, kindOfFolder } from '../model/file-kinds.ts';
import type { Origin } from '../source/origin.ts';
import type { Source } from '../source/source.ts';
import { didYouMean, nearestName } from '../util/did-you-mean.ts';
import { configFileAt, type RepositoryFiles } from './repository-files.ts';

/** What is wrong with the paths of files, whatever is in them. */
export function checkPaths({ config, authored }: RepositoryFiles): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!config.has('config/config.yaml')) {
    const help = 'Write it, or run `wheelwright init DIR` for a new repository.';
    const source = { path: 'config/config.yaml', text: '' };
    diagnostics.push(problem('file/no-config', 'There is no config/config.yaml.', source, [], help));
  }
  for (const [path, source] of config) {
    const file = configFileAt(path);
    if (file === undefined) {
      diagnostics.push(misplaced(path, source));
      continue;
    }
    const { pattern, rule } = fileKindFacts[file.kind].name;
    if (pattern.test(file.name)) continue;
    const message = `"${file.name}" cannot be the name of a ${file.kind}: it must be ${rule}.`;
    diagnostics.push(problem('file/name', message, source, [], 'Rename the file.'));
  }
  diagnostics.push(...badFolders(authored));
  return [...diagnostics, ...sameNames(config), ...sameButForCase([...config.values(), ...authored.values()])];
}

const folderKinds: ReadonlyMap<string, string> = new Map([
  ['bases', 'base'],
  ['components', 'component'],
]);
const folderName = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;
const folderRule = '1 to 40 lower-case letters, digits and dashes, the first a letter, the last no dash';

/** Folders of bases and components that no spoke could name. */
function badFolders(authored: RepositoryFiles['authored']): readonly Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const [path, source] of authored) {
    const [, folder = '', name = '', inside] = path.split('/');
    const kind = folderKinds.get(folder);
    if (kind === undefined || inside === undefined || folderName.test(name) || told.has(`${kind} ${name}`)) continue;
    const message = `"${name}" cannot be the name of a ${kind}: it must be ${folderRule}.`;
    told.set(`${kind} ${name}`, problem('file/name', message, source, [], 'Rename the folder.'));
  }
  return [...told.values()];
}

function misplaced(path: string, source: Source): Diagnostic {
  const [, folder = '', ...rest] = path.split('/');
  const folders = fileKinds.flatMap((kind) => fileKindFacts[kind].folder ?? []).toSorted();
  if (rest.length === 0) {
    const message = `"${path}" is no file of the configuration: directly in "config" stands only config.yaml.`;
    return problem('file/unknown-place', message, source, [], `Put it into one of the folders ${folders.join(', ')}.`);
  }
  if (kindOfFolder(folder) !== undefined) {
    const message = `"${path}" is not read: the files of "config/${folder}" stand directly in it.`;
    return problem('file/unknown-place', message, source, [], `Move it to config/${folder}/${rest.at(-1)}.`);
  }
  const nearest = nearestName(folder, folders);
  const message = `"config/${folder}" is no folder of the configuration.${didYouMean(folder, folders)}`;
  const help = nearest === undefined ? undefined : `Move the file to ${path.replace(folder, nearest)}.`;
  return problem('file/unknown-place', message, source, [], help);
}

/** Spokes may stand in folders, which are no part of their names. */
function sameNames(config: ReadonlyMap<string, Source>): readonly Diagnostic[] {
  const first = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, source] of config) {
    const file = configFileAt(path);
    if (file?.kind !== 'spoke') continue;
    const key = file.name.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, source);
    // In one folder they differ in case, which is told of all files.
    else if (folderOf(other.path).toLowerCase() !== folderOf(path).toLowerCase()) {
      const message = `There are two files for the spoke "${file.name}": ${other.path} and ${path}.`;
      const notes = [{ message: 'The other one is here', at: fileOrigin(other) }];
      diagnostics.push(
        problem(
          'file/same-name',
          message,
          source,
          notes,
          'Names of spokes are unique over all folders; rename or remove one.',
        ),
      );
    }
  }
  return diagnostics;
}

/** On many disks, paths that differ only in case are the same file. */
function sameButForCase(sources: readonly Source[]): readonly Diagnostic[] {
  const first = new Map<string, { readonly part: string; readonly source: Source }>();
  const told = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    for (let end = source.path.indexOf('/'); ; end = source.path.indexOf('/', end + 1)) {
      const part = end === -1 ? source.path : source.path.slice(0, end);
      const key = part.toLowerCase();
      const other = first.get(key);
      if (other === undefined) first.set(key, { part, source });
      else if (other.part !== part && !told.has(part)) {
        told.add(part);
        const message = `"${other.part}" and "${part}" differ only in case: on many disks they are the same.`;
        const notes = [{ message: 'The other one is here', at: fileOrigin(other.source) }];
        diagnostics.push(problem('file/case-only', message, source, notes, 'Rename one of them.'));
        break;
      }
      if (end === -1) break;
    }
  }
  return diagnostics;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function fileOrigin(source: Source): Origin {
  return { span: { source, start: 0, end: 0 } };
}

function problem(
  code: string,
  message: string,
  source: Source,
  notes: readonly Note[],
  help: string | undefined,
): Diagnostic {
  return { code, severity: 'error', message, at: fileOrigin(source), notes, ...(help !== undefined && { help }) };
}
