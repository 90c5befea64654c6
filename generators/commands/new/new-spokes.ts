import { compile } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { realDisk } from '../../disk/real-disk.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import type { RepositoryFiles } from '../../load/repository-files.ts';
import { namePattern, nameRule } from '../../model/file-kinds.ts';
import type { Fleet } from '../../model/fleet.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import type { ExitCode } from '../command.ts';
import { readFleet } from '../compile-root.ts';
import { report } from '../report.ts';
import { writeNewFiles } from '../write-new-files.ts';
import type { Unchosen } from './choose.ts';
import { chooseTemplate } from './choose-template.ts';
import { describeSpokes, type NewSpokeArgs } from './describe-spokes.ts';
import { type Filled, fillTemplate } from './fill-template.ts';
import { newOnly } from './new-only.ts';
import { type NewSpoke, schemasFolder, spokeFile, spokePath } from './spoke-file.ts';

/** Adds spokes to the fleet: their files are compiled with all others before one is written. */
export async function newSpokes(names: readonly string[], args: NewSpokeArgs): Promise<ExitCode> {
  const { root, terminal, misuse, format, values } = args;
  const read = readFleet(root);
  if ('problems' in read) return report(read.problems, args);
  const { files, parsed, fleet } = read;
  const wrong = wrongNames(names, fleet);
  if (wrong !== undefined) return misuse(wrong);
  const spokes = await describeSpokes(names, parsed, fleet, args);
  if ('misuse' in spokes) return misuse(spokes.misuse);
  const made = textsOf(spokes, files, schemasFolder(parsed), values.from);
  if ('misuse' in made) return misuse(made.misuse);
  const { texts, kept } = newOnly(made.files, files);
  const diagnostics = await problemsWith(texts, files, new Set(spokes.keys()));
  if (diagnostics.some(({ severity }) => severity === 'error')) return report(diagnostics, args);
  const refused = values['dry-run'] ? undefined : writeNewFiles(realDisk(), root, texts);
  if (refused !== undefined) return report([refused], args);
  if (format === 'json') terminal.out(`${JSON.stringify(asJson(texts, values['dry-run'] !== true), undefined, 2)}\n`);
  else if (values['dry-run']) terminal.out([...texts].map(([path, text]) => `# ${path}\n${text}`).join('\n'));
  else {
    if (diagnostics.length > 0) report(diagnostics, args);
    terminal.out([...texts.keys()].map((path) => `wrote ${path}\n`).join(''));
    terminal.out(kept.map((path) => `kept ${path}, which is there already\n`).join(''));
    terminal.out('Next: add what it needs, then run `npm run build` (or `wheelwright build`).\n');
  }
  return 0;
}

/** What is written for the spokes, whether it is there or not. */
function textsOf(
  spokes: ReadonlyMap<string, NewSpoke>,
  files: RepositoryFiles,
  schemas: string,
  from: string | undefined,
): Filled | Unchosen {
  if (from === undefined)
    return { files: new Map([...spokes].map(([name, spoke]) => [spokePath(name), spokeFile(spoke, schemas)])) };
  const template = chooseTemplate(from, files);
  if ('misuse' in template) return template;
  const all = new Map<string, string>();
  for (const [name, spoke] of spokes) {
    const filled = fillTemplate(template, name, spoke, schemas);
    if ('misuse' in filled) return filled;
    for (const [path, text] of filled.files) if (!all.has(path)) all.set(path, text);
  }
  return { files: all };
}

function asJson(texts: ReadonlyMap<string, string>, written: boolean) {
  return { written, files: [...texts].map(([file, content]) => ({ file, content })) };
}

/** Whether names can be those of new spokes. */
function wrongNames(names: readonly string[], fleet: Fleet): string | undefined {
  if (names.length === 0) return 'the name of the spoke is missing: wheelwright new spoke NAME…';
  for (const [index, name] of names.entries()) {
    if (!namePattern.test(name)) {
      return `"${name}" cannot be the name of a spoke: ${nameRule}.`;
    }
    const known = fleet.spokes.get(name);
    if (known !== undefined) return `there is a spoke "${name}" already: ${known.file}.`;
    if (names.indexOf(name) < index) return `"${name}" is given twice.`;
  }
  return undefined;
}

/** What the compiler says of the new files; of the others it was asked before. */
async function problemsWith(
  texts: ReadonlyMap<string, string>,
  files: RepositoryFiles,
  spokes: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> {
  const added = filesInMemory(Object.fromEntries(texts));
  const sorted = <T>(entries: readonly (readonly [string, T])[]) =>
    new Map([...entries].sort(([a], [b]) => byCodePoint(a, b)));
  const config = sorted([...files.config, ...added.config]);
  const authored = sorted([...files.authored, ...added.authored]);
  const { diagnostics } = await compile({ ...files, config, authored }, { ...vendoredMeans(), spokes });
  return diagnostics.filter(({ severity, at }) => severity === 'error' || texts.has(at?.span?.source.path ?? ''));
}
