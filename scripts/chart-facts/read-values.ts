/** A place where a template reads a value. */
export interface ReadValue {
  readonly path: readonly string[];
  /** It goes on with all that is in it, and is not only asked whether it is there. */
  readonly isWhole: boolean;
}

const reads = /\.Values((?:\.[A-Za-z_][\w-]*)+)|\bindex\s+(?:\$[\w.]*)?\.Values((?:\s+"[^"]+")+)/g;
const asks = /^-?\s*(?:else\s+)?if\b/;
const handsOn = /\b(?:include|tpl|toYaml|toJson|merge\w*|dict|range|with)\b/;

/** What a template reads of the values of its chart. What it reads of a value that it put aside is not followed. */
export function readValues(template: string): readonly ReadValue[] {
  return [...template.matchAll(/\{\{([\s\S]*?)\}\}/g)].flatMap(([, action = '']) => {
    const isWhole = !asks.test(action) || handsOn.test(action);
    return [...action.matchAll(reads)].map(([, dotted, quoted]) => ({
      path: dotted?.slice(1).split('.') ?? [...(quoted ?? '').matchAll(/"([^"]+)"/g)].map(([, key = '']) => key),
      isWhole,
    }));
  });
}
