import { compile } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { realDisk } from '../../disk/real-disk.ts';
import { vendoredMeans } from '../../disk/vendored-means.ts';
import type { RepositoryFiles } from '../../load/repository-files.ts';
import type { Fleet } from '../../model/fleet.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import type { ExitCode } from '../command.ts';
import { readFleet } from '../compile-root.ts';
import { report } from '../report.ts';
import { writeNewFiles } from '../write-new-files.ts';
import { describeSpokes, type NewSpokeArgs } from './describe-spokes.ts';
import { schemasFolder, spokeFile, spokePath } from './spoke-file.ts';

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
  const texts = new Map([...spokes].map(([name, spoke]) => [spokePath(name), spokeFile(spoke, schemasFolder(parsed))]));
  const diagnostics = await problemsWith(texts, files);
  if (diagnostics.some(({ severity }) => severity === 'error')) return report(diagnostics, args);
  const refused = values['dry-run'] ? undefined : writeNewFiles(realDisk(), root, texts);
  if (refused !== undefined) return report([refused], args);
  if (format === 'json') terminal.out(`${JSON.stringify(asJson(texts, values['dry-run'] !== true), undefined, 2)}\n`);
  else if (values['dry-run']) terminal.out([...texts].map(([path, text]) => `# ${path}\n${text}`).join('\n'));
  else {
    if (diagnostics.length > 0) report(diagnostics, args);
    terminal.out([...texts.keys()].map((path) => `wrote ${path}\n`).join(''));
    terminal.out('Next: add what it needs, then run `npm run build` (or `wheelwright build`).\n');
  }
  return 0;
}

function asJson(texts: ReadonlyMap<string, string>, written: boolean) {
  return { written, files: [...texts].map(([file, content]) => ({ file, content })) };
}

/** Whether names can be those of new spokes. */
function wrongNames(names: readonly string[], fleet: Fleet): string | undefined {
  if (names.length === 0) return 'the name of the spoke is missing: wheelwright new spoke NAME…';
  for (const [index, name] of names.entries()) {
    if (!/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/.test(name)) {
      return `"${name}" cannot be the name of a spoke: 2 to 20 lower-case letters, digits and dashes, the first a letter, the last no dash.`;
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
): Promise<readonly Diagnostic[]> {
  const added = [...texts].map(([path, text]) => [path, { path, text }] as const);
  const config = new Map([...files.config, ...added].sort(([a], [b]) => byCodePoint(a, b)));
  const spokes = new Set([...texts.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)));
  const { diagnostics } = await compile({ ...files, config }, { ...vendoredMeans(), spokes });
  return diagnostics.filter(({ severity, at }) => severity === 'error' || texts.has(at?.span?.source.path ?? ''));
}
