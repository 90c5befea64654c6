import type { Extraction } from './extract-expressions.ts';

/** The CEL that kro compiles for a text, and where its parts stand in that text. */
export interface ExpressionText {
  readonly cel: string;
  /** The text is one expression: the value that it gives replaces the text, whatever its type. */
  readonly isWhole: boolean;
  readonly parts: readonly Part[];
}

interface Part {
  /** Range in the CEL. */
  readonly from: number;
  readonly to: number;
  /** Offset of its first character in the text. */
  readonly at: number;
  /** It is an expression, and no text around one. */
  readonly isCode: boolean;
}

/** `a-${b}` is compiled as `"a-" + (b)`. Undefined for a text without expressions. */
export function expressionText(text: string, { embedded }: Extraction): ExpressionText | undefined {
  const [first] = embedded;
  if (first === undefined) return undefined;
  if (embedded.length === 1 && first.start === 0 && first.end === text.length) {
    const { expression } = first;
    return { cel: expression, isWhole: true, parts: [{ from: 0, to: expression.length, at: 2, isCode: true }] };
  }
  let cel = '';
  const parts: Part[] = [];
  const add = (part: string, at: number, isCode: boolean): void => {
    if (cel !== '') cel += ' + ';
    if (isCode) cel += '(';
    parts.push({ from: cel.length, to: cel.length + part.length, at, isCode });
    cel += isCode ? `${part})` : part;
  };
  let done = 0;
  for (const { expression, start, end } of embedded) {
    if (start > done) add(JSON.stringify(text.slice(done, start)), done, false);
    add(expression, start + 2, true);
    done = end;
  }
  if (done < text.length) add(JSON.stringify(text.slice(done)), done, false);
  return { cel, isWhole: false, parts };
}

/** The range of the text that a range of its CEL stands for: all of it, where that spans several parts. */
export function rangeInText(
  { parts }: ExpressionText,
  text: string,
  [from, to]: readonly [number, number],
): readonly [start: number, end: number] {
  // An expression that ends too soon is told one character behind its end.
  const part = parts.find((one) => from >= one.from && from <= one.to && to <= one.to + 1);
  if (part === undefined) return [0, text.length];
  const offsetOf = (at: number) => Math.min(part.at + Math.min(at, part.to) - part.from, text.length);
  return [offsetOf(from), offsetOf(to)];
}
