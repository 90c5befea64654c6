/** What may stand in braces in a path of a repository. */
export const pathFacts = ['spoke', 'environment'] as const;

type Facts = Readonly<Record<(typeof pathFacts)[number], string>>;

/** Words in braces in a path. */
export function placeholdersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** The path for one spoke. */
export function fillPath(path: string, facts: Facts): string {
  return pathFacts.reduce((text, fact) => text.replaceAll(`{${fact}}`, facts[fact]), path);
}
