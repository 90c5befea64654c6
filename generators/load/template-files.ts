import { inTemplate, type RepositoryFiles } from './repository-files.ts';

export const templateRoot = (name: string): string => `spokes/${name}`;

/** Text by path within each template, by the name of its folder. */
export function templateFiles({
  others,
}: Pick<RepositoryFiles, 'others'>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const templates = new Map<string, Map<string, string>>();
  for (const [file, { text }] of others) {
    const { name, path } = inTemplate.exec(file)?.groups ?? {};
    if (name === undefined || path === undefined) continue;
    const files = templates.get(name) ?? new Map<string, string>();
    templates.set(name, files.set(path, text));
  }
  return templates;
}
