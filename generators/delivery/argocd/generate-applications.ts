import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { ApplicationSet } from '../../../schemas/types/argoproj.io/ApplicationSet.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { isMap } from '../../util/plain-map.ts';
import type { OutFiles } from '../delivered.ts';

export interface Generated {
  /** In the order of the parameter files. Empty when there is a problem: the controller then changes nothing at all. */
  readonly applications: readonly Application[];
  /** The parameter file of each. */
  readonly parameters: ReadonlyMap<Application, string>;
  readonly problems: readonly string[];
}

type Parameters = Readonly<Record<string, unknown>>;
type Complain = (problem: string) => void;

/**
 * What Argo CD's controller makes of an ApplicationSet: of the generators, git's `files` alone; of Go templates, fields
 * alone, all of which must be there (`missingkey=error`).
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git/#git-generator-files
 */
export function generateApplications(set: ApplicationSet, files: OutFiles): Generated {
  const applications: Application[] = [];
  const parameterFiles = new Map<Application, string>();
  const problems: string[] = [];
  const { generators, template, goTemplate, goTemplateOptions } = set.spec;
  if (goTemplate !== true || !goTemplateOptions?.includes('missingkey=error')) {
    problems.push('only Go templates with missingkey=error are understood');
  }
  for (const generator of generators) {
    const { git, ...others } = generator;
    if (git?.files === undefined || Object.keys(others).length > 0) {
      problems.push(`only the git generator of files is understood, not ${Object.keys(generator).join(', ')}`);
      continue;
    }
    const patterns = git.files.map(({ path }) => pathspec(path));
    const found = [...files.keys()].filter((path) => patterns.some((pattern) => pattern.test(path)));
    for (const path of found.sort(byCodePoint)) {
      const complain = (problem: string) => problems.push(`${path}: ${problem}`);
      for (const parameters of parametersIn(files.get(path), complain)) {
        const { metadata, spec } = render(template, parameters, complain) as typeof template;
        const application = {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { ...metadata, namespace: set.metadata.namespace },
          spec,
        } as Application;
        applications.push(application);
        parameterFiles.set(application, path);
      }
    }
  }
  const names = applications.map(({ metadata }) => metadata.name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  problems.push(...[...repeated].map((name) => `more than one Application is called ${name}`));
  return { applications: problems.length > 0 ? [] : applications, parameters: parameterFiles, problems };
}

/** As `git ls-files` reads a pattern: `*` goes over slashes. */
function pathspec(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}

function parametersIn(content: ReturnType<OutFiles['get']>, complain: Complain): readonly Parameters[] {
  try {
    const value: unknown = typeof content === 'string' ? JSON.parse(content) : content;
    const objects = (Array.isArray(value) ? value : [value]).filter(isMap);
    if (isMap(value) || objects.length === (value as { length?: number }).length) return objects;
    complain('parameters are an object, or a list of objects');
  } catch (error) {
    complain((error as Error).message);
  }
  return [];
}

/** Every text of a template, filled in. */
function render(template: unknown, parameters: Parameters, complain: Complain): unknown {
  if (typeof template === 'string') return renderText(template, parameters, complain);
  if (Array.isArray(template)) return template.map((item) => render(item, parameters, complain));
  if (!isMap(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, render(value, parameters, complain)]));
}

function renderText(text: string, parameters: Parameters, complain: Complain): string {
  return text.replace(/\{\{(.*?)\}\}/gs, (action: string, inner: string) => {
    const [, field = ''] = /^ *\.([\w.]+) *$/.exec(inner) ?? [];
    const value = field.split('.').reduce<unknown>((at, step) => (isMap(at) ? at[step] : undefined), parameters);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    complain(`${action} has no value that is a text, a number or a truth value`);
    return action;
  });
}
