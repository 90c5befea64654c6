/** What may stand in braces in a path of a repository: see `patterns.path`. */
interface PathFacts {
  readonly spoke: string;
  readonly environment: string;
}

/** The path for one spoke. */
export function fillPath(path: string, { spoke, environment }: PathFacts): string {
  return path.replaceAll('{spoke}', spoke).replaceAll('{environment}', environment);
}
