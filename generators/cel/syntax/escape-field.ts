/** Words that CEL keeps for itself. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let ' +
    'loop package namespace return var void while'
  ).split(' '),
);

const escapes: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/**
 * The name that CEL gives a field, or undefined for one that it cannot name. Kubernetes writes what CEL has no letters for
 * as `__dash__` and so on: https://kubernetes.io/docs/reference/using-api/cel/#escaping
 */
export function escapeField(name: string): string | undefined {
  if (reservedWords.has(name)) return `__${name}__`;
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !name.includes('__')) return name;
  if (!/^[A-Za-z_./-][\w./-]*$/.test(name)) return undefined;
  return name.replace(/__|[./-]/g, (part) => escapes[part] ?? part);
}

const sequences = new Map(Object.entries(escapes).map(([plain, escaped]) => [escaped, plain]));

/** The name of the field that CEL calls so; undefined for a name that no field is given. */
export function unescapeField(escaped: string): string | undefined {
  if (!escaped.includes('__')) return escapeField(escaped) === escaped ? escaped : undefined;
  const [, word = ''] = /^__(\w+)__$/.exec(escaped) ?? [];
  const plain = reservedWords.has(word)
    ? word
    : escaped.replace(/__(?:underscores|dot|dash|slash)__/g, (sequence) => sequences.get(sequence) ?? sequence);
  return escapeField(plain) === escaped ? plain : undefined;
}
