import { run } from '../../cel/evaluate/run.ts';
import { newSizeOf } from '../../cel/evaluate/size-of.ts';
import { failure, isFailure, isTagged, type Value } from '../../cel/evaluate/value.ts';
import { type Parsed, parseExpression } from '../../cel/syntax/parse-expression.ts';
import { isMap } from '../../util/plain-map.ts';
import { expressionText } from '../expressions/expression-text.ts';
import { extractExpressions } from '../expressions/extract-expressions.ts';

export type Variables = (name: string) => Value;

export interface Renderer {
  /** A part of a template with its expressions computed; the first failure, where there is one. Fields that are left out are gone. */
  render(template: unknown, variables: Variables): Value;
  /** What a text of a graph stands for: itself, or what its expressions give. */
  evaluate(text: string, variables: Variables): Value;
}

/** Reads each expression once, however many items of a list it is computed for. */
export function newRenderer(): Renderer {
  const known = new Map<string, Compiled | undefined>();
  const sizeOf = newSizeOf();

  function compiledOf(text: string): Compiled | undefined {
    if (!text.includes('${')) return undefined;
    if (known.has(text)) return known.get(text);
    const cel = expressionText(text, extractExpressions(text))?.cel;
    const compiled = cel === undefined ? undefined : { cel, parsed: parseExpression(cel) };
    known.set(text, compiled);
    return compiled;
  }

  function evaluate(text: string, variables: Variables): Value {
    const compiled = compiledOf(text);
    if (compiled === undefined) return text;
    const { cel, parsed } = compiled;
    if (parsed.expression === undefined) return failure(parsed.problem.message);
    return run(parsed.expression, cel, variables, { sizeOf });
  }

  function render(template: unknown, variables: Variables): Value {
    if (typeof template === 'string') return evaluate(template, variables);
    if (Array.isArray(template)) {
      const items = template.map((item) => render(item, variables));
      return items.find(isFailure) ?? items.filter((item) => !isOmitted(item));
    }
    if (!isMap(template)) return typeof template === 'number' ? numberOf(template) : ((template ?? null) as Value);
    const fields = new Map<string, Value>();
    for (const [name, part] of Object.entries(template)) {
      const value = render(part, variables);
      if (isFailure(value)) return value;
      if (!isOmitted(value)) fields.set(name, value);
    }
    return fields;
  }

  return { render, evaluate };
}

interface Compiled {
  readonly cel: string;
  readonly parsed: Parsed;
}

const numberOf = (value: number): Value => (Number.isSafeInteger(value) ? BigInt(value) : value);
const isOmitted = (value: Value) => value !== null && isTagged(value) && value.is === 'omitted';
