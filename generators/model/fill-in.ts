/** What is known of a spoke where its files are written, by the names that stand for it in braces: `{region}`. */
export type TextFacts = Readonly<Record<string, string>>;

/** Not `${name}`, which is of those who read the text later, nor `{{name}}`, which stays as it is. */
const placeholder = /(?<![{$])\{([a-z][a-zA-Z]*)\}(?!\})/g;

/** The text with every fact that it names; what is no fact stays as it is. */
export function fillIn(text: string, facts: TextFacts): string {
  return text.replace(placeholder, (whole, name: string) => facts[name] ?? whole);
}

/** Names in braces that are no facts. */
export function unknownFacts(text: string, facts: TextFacts): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name = '']) => (Object.hasOwn(facts, name) ? [] : [name]));
}
