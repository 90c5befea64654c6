import { accept } from '../codes/accept.ts';
import { acceptancesIn } from '../diagnostics/acceptance.ts';
import { asErrors } from '../diagnostics/diagnostic.ts';
import { expandPatterns } from '../disk/expand-patterns.ts';
import { readFiles } from '../disk/read-files.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { type CheckedDocuments, checkDocuments } from '../kro/check-documents.ts';
import { compareDocuments } from '../kro/compare/compare-documents.ts';
import { crdsInUse } from '../kro/crds-in-use.ts';
import { kroClusterRole } from '../kro/rights/cluster-role.ts';
import { usedKinds } from '../kro/rights/used-kinds.ts';
import { changeRules } from '../kro/rules/change-rules.ts';
import type { Source } from '../source/source.ts';
import { counted } from '../util/counted.ts';
import { printManifest } from '../yaml/print-yaml.ts';
import type { Command, CommandArgs, ExitCode } from './command.ts';
import { report } from './report.ts';

const options = {
  crds: { type: 'string', multiple: true },
  base: { type: 'string' },
  rights: { type: 'boolean' },
} as const;

export const command: Command<typeof options> = {
  usage: 'lint FILE…|- [--crds DIR] [--base DIR] [--rights]',
  example: "lint graphs/ 'teams/**/*.yaml' --crds crds/",
  options,
  optionHelp: {
    crds: 'DIR  a folder, or a file, with the CRDs that graphs may use besides those that are known',
    base: 'DIR  a folder, or a file, with the graphs as they are now: also says what becomes of their kinds and objects',
    rights: 'print the ClusterRole that kro needs for these graphs, unless they have errors',
  },
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  run: lint,
};

function lint(args: CommandArgs<typeof options>): ExitCode {
  const { root, positionals, values, format, terminal } = args;
  const files = expandPatterns(root, positionals);
  const folders = expandPatterns(root, values.crds ?? []);
  const read = readFiles(root, files.paths);
  const crds = readFiles(root, folders.paths);
  const base = readFiles(root, values.base === undefined ? [] : [values.base]);
  const problems = [files, folders, read, crds, base].flatMap(({ problems }) => problems);
  if (problems.length > 0) return report(asErrors(problems), args);
  const given = new Set(read.sources.map(({ path }) => path));
  const besides = crds.sources.filter(({ path }) => !given.has(path));
  const { diagnostics, graphs, instances, kinds } = checkBeside(besides, read.sources, base.sources);
  const all = [
    ...diagnostics.filter(({ code, at }) => given.has(at?.span?.source.path ?? '') || isUnreadable(code)),
    ...compareDocuments(base.sources, read.sources, kinds),
  ];
  const found = accept(all, read.sources.flatMap(acceptancesIn), {
    isSought: (code) => code.startsWith('kro/') && !Object.hasOwn(changeRules, code),
  });
  if (values.rights === true && graphs.length === 0) return args.misuse(noGraphs(positionals));
  if (values.rights === true && !found.some(({ severity }) => severity === 'error')) {
    const used = graphs.flatMap(({ graph }) => (graph === undefined ? [] : usedKinds(graph, kinds)));
    const role = kroClusterRole('kro-graphs', used);
    terminal.out(format === 'json' ? `${JSON.stringify(role, undefined, 2)}\n` : printManifest(role));
    return 0;
  }
  const code = report(found, args);
  if (format === 'pretty' && found.length === 0) {
    const what = [counted(graphs.length, 'graph'), ...(instances > 0 ? [counted(instances, 'instance')] : [])];
    terminal.out(graphs.length === 0 ? `${noGraphs(positionals)}\n` : `${what.join(' and ')}: no problems.\n`);
  }
  return code;
}

/** A CRD in such a file would count as none, in silence. Of other faults of CRDs, their owners know. */
const isUnreadable = (code: string): boolean => code === 'kro/yaml' || code === 'kro/helm-template';

/** A kind that nothing defines may be misspelt: then the CRDs that seemed to be of no use are asked for a nearer one. */
function checkBeside(besides: readonly Source[], files: readonly Source[], base: readonly Source[]): CheckedDocuments {
  const checked = checkDocuments([...files, ...crdsInUse(besides, [...files, ...base])], vendoredKinds());
  const isUnknown = checked.diagnostics.some(({ code }) => code === 'kro/unknown-kind');
  return isUnknown && besides.length > 0 ? checkDocuments([...files, ...besides], vendoredKinds()) : checked;
}

const noGraphs = (paths: readonly string[]) =>
  `There is no ResourceGraphDefinition in ${paths.map((path) => `"${path}"`).join(', ')}.`;
