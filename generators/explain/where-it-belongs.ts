import type { Note } from '../diagnostics/diagnostic.ts';
import { manifestsRoot } from '../load/manifest-folder.ts';
import { fileKinds } from '../model/file-kinds.ts';
import type { AuthoredFolder, Fleet } from '../model/fleet.ts';
import type { ParsedConfig } from '../model/parsed-file.ts';
import { baseRoot, componentRoot } from '../owners/applications/authored-base.ts';
import { baseFolder, componentFolder, hubManifestsFolder } from '../owners/paths.ts';
import type { Origin } from '../source/origin.ts';
import type { Source } from '../source/source.ts';
import { explainOutput } from './explain-output.ts';
import { subjectsOf } from './subjects.ts';

/**
 * Where a change of a line (from 1) of a generated file belongs: the line of the configuration that makes it. Undefined
 * where no line does, or where the line is not of the configuration's making.
 */
export async function whereItBelongs(
  path: string,
  line: number,
  fleet: Fleet,
  parsed: ParsedConfig,
): Promise<Note | undefined> {
  const authored = authoredSource(path, fleet);
  if (authored !== undefined) return sameChange(lineIn(authored, line));
  const explanation = await explainOutput(path, line, fleet, subjectsOf(parsed, fleet));
  if ('unknown' in explanation) return undefined;
  if (explanation.owner.kind === 'library')
    return { message: 'it comes with Wheelwright, and no line of the configuration makes it' };
  const [origin] = explanation.origins;
  if (origin === undefined) return undefined;
  const statement = origin.statements.at(-1);
  if (statement !== undefined) return sameChange(lineOf(parsed, statement.file, statement.line));
  return {
    message: `it comes from the default of \`${origin.field}\`, which may be set here`,
    at: lineOf(parsed, origin.file, 1),
  };
}

export function sameChange(at: Origin): Note {
  return { message: 'the same change belongs here', at };
}

/** The file of a base, a component or manifests of a hub, which is copied as it is. */
function authoredSource(path: string, { bases, components, hubs, manifests }: Fleet): Source | undefined {
  const find = (
    folders: ReadonlyMap<string, AuthoredFolder>,
    target: (name: string) => string,
    root: (name: string) => string,
  ): Source | undefined => {
    for (const { name, files } of folders.values()) {
      const below = path.startsWith(`${target(name)}/`) ? path.slice(target(name).length + 1) : '';
      const text = files.get(below);
      if (text !== undefined) return { path: `${root(name)}/${below}`, text };
    }
    return undefined;
  };
  const ofHubs = [...hubs.values()].map((hub) =>
    find(manifests, (name) => hubManifestsFolder(hub, name), manifestsRoot),
  );
  return (
    find(bases, baseFolder, baseRoot) ??
    find(components, componentFolder, componentRoot) ??
    ofHubs.find((source) => source !== undefined)
  );
}

function lineOf(parsed: ParsedConfig, file: string, line: number): Origin {
  for (const kind of fileKinds) {
    for (const { source } of parsed[kind].values()) if (source.path === file) return lineIn(source, line);
  }
  return {};
}

/** What is written in a line. */
function lineIn(source: Source, line: number): Origin {
  let start = 0;
  for (let number = 1; number < line; number++) start = source.text.indexOf('\n', start) + 1;
  const text = /.*/.exec(source.text.slice(start))?.[0] ?? '';
  return { span: { source, start: start + text.search(/\S|$/), end: start + text.trimEnd().length } };
}
