import { configFileAt } from '../../load/repository-files.ts';
import { templateRoot } from '../../load/template-files.ts';
import type { Unchosen } from './choose.ts';
import { type NewSpoke, networkText, spokePath } from './spoke-file.ts';

/** A folder `spokes/<name>` that new spokes start from. */
export interface Template {
  readonly name: string;
  /** Text by path within it. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Filled {
  /** By path in the repository. */
  readonly files: ReadonlyMap<string, string>;
}

/** Parts of the file of a spoke, in this order. */
const parts: readonly string[] = ['infrastructure', 'argocd', 'applications'];

/** The files that a template makes for a spoke. `schemas`: the folder of the schemas, relative to the root. */
export function fillTemplate(template: Template, name: string, spoke: NewSpoke, schemas: string): Filled | Unchosen {
  const own = parts.flatMap((part) => template.files.get(`${part}/spoke.yaml`) ?? []);
  const root = templateRoot(template.name);
  if (own.length === 0) return { misuse: `${root} says nothing of a spoke: write ${root}/infrastructure/spoke.yaml.` };
  const files = new Map([[spokePath(name), own.join('')]]);
  for (const [path, text] of template.files) {
    if (isForPeople(path) || parts.some((part) => path === `${part}/spoke.yaml`)) continue;
    const target = targetOf(path);
    if (target === undefined)
      return { misuse: `${root}/${path} has no place in a repository: see ${root}/README.md, or take it away.` };
    files.set(target, text);
  }
  const filled = new Map<string, string>();
  for (const [path, text] of files) {
    const kind = configFileAt(path)?.kind;
    const made = kind === undefined ? text : fill(text, { name, ...spoke });
    if (typeof made !== 'string') return { misuse: `${root}: ${made.unknown} stands for nothing. Known: ${listed}.` };
    filled.set(path, kind === undefined ? made : `${header(path, kind, schemas)}${made}`);
  }
  return { files: filled };
}

const isForPeople = (path: string): boolean => !path.includes('/');

/** Where a file of a template belongs. */
function targetOf(path: string): string | undefined {
  const [part = '', folder = '', ...rest] = path.split('/');
  if (rest.length === 0 || !parts.includes(part)) return undefined;
  const inside = rest.join('/');
  if (part === 'applications') return /^(bases|components)$/.test(folder) ? `spokes/${folder}/${inside}` : undefined;
  const target = `config/${folder}/${inside}`;
  return folder === 'spokes' || configFileAt(target) === undefined ? undefined : target;
}

type Facts = NewSpoke & { readonly name: string };

const placeholders: Readonly<Record<string, (facts: Facts) => string>> = {
  '<name>': ({ name }) => name,
  '<environment>': ({ environment }) => environment,
  '<account>': ({ account }) => account,
  '<region>': ({ region }) => region,
  '<network>': ({ network }) => networkText(network),
};
const listed = Object.keys(placeholders).join(', ');

function fill(text: string, facts: Facts): string | { readonly unknown: string } {
  const unknown = (text.match(/<[a-z][a-z-]*>/g) ?? []).find((one) => !Object.hasOwn(placeholders, one));
  if (unknown !== undefined) return { unknown };
  return text.replace(/<[a-z]+>/g, (one) => placeholders[one]?.(facts) ?? one);
}

function header(path: string, kind: string, schemas: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${schemas}/${kind}.schema.json\n`;
}
