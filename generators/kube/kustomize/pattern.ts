const compiled = new Map<string, RegExp | undefined>();

/** A regular expression that must fit a whole text; undefined where the pattern is none. Kustomize takes many names for patterns. */
export function wholeMatch(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}
