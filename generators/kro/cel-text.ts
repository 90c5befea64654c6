/** A CEL string literal. kro counts braces outside of double quotes only, so no other quotes may be used. */
export function celString(text: string): string {
  return JSON.stringify(text);
}

export function celList(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

/** The CEL expression that gives what kro makes of a template string such as `${a}-public`. */
export function celTemplate(template: string): string {
  const parts = template.split(/(\$\{[^{}]*\})/).filter((part) => part !== '');
  return parts
    .map((part) => {
      if (!part.startsWith('${')) return celString(part);
      const expression = part.slice(2, -1);
      return /^[\w.]+$/.test(expression) || parts.length === 1 ? expression : `(${expression})`;
    })
    .join(' + ');
}

/** 0..1 object: the name when the condition holds. */
export function when(condition: string, name: string): string {
  return `\${${condition} ? [${name}] : []}`;
}

/** A field of the one object of a 0..1 collection, or "" where it is absent. */
export function only(collection: string, field: string): string {
  return `${collection}.map(it, it.${field}).join("")`;
}

/** Eight letters and digits that tell texts apart in a name; made of a standard hash, so no version of kro makes others. */
export function celDigest(text: string): string {
  return `base64.encode(hash.sha256(${text})).lowerAscii().replace("+", "a").replace("/", "b").substring(0, 8)`;
}
