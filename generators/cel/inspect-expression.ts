import { environment } from './environment.ts';
import type { CelProblem } from './problem.ts';
import type { Call, Expression, Span } from './syntax/expression.ts';
import { parseExpression } from './syntax/parse-expression.ts';
import { qualifiedName } from './syntax/qualified-name.ts';

/** A name that an expression reads, and how far it goes into it: `vpc`, `vpc.status.vpcID`. */
export interface Reference extends Span {
  readonly name: string;
  readonly path: string;
}

export interface Inspection {
  /** The expression cannot be read; the rest is empty then. */
  readonly problem?: CelProblem;
  /** Everything that is not a variable of the expression itself, in the order of kro. */
  readonly references: readonly Reference[];
  /** Names that are called and that nothing declares. A method is not among them: only types tell. */
  readonly unknownFunctions: readonly (Span & { readonly name: string })[];
  /** Where `omit()` is called. */
  readonly omits: readonly Span[];
}

/** What kro reads from an expression before it knows any type. After its pkg/cel/ast/inspector.go. */
export function inspectExpression(source: string): Inspection {
  const { expression, problem } = parseExpression(source);
  if (expression !== undefined) return inspectParsed(expression);
  return { problem, references: [], unknownFunctions: [], omits: [] };
}

/** The same for an expression that has been read already. */
export function inspectParsed(root: Expression): Inspection {
  const references: Reference[] = [];
  const unknownFunctions: (Span & { name: string })[] = [];
  const omits: Span[] = [];
  /** Names that loops declare around the expression at hand. */
  const declared = new Map<string, number>();

  function inspect(at: Expression, path: string): void {
    switch (at.kind) {
      case 'identifier': {
        if (declared.has(at.name) || isInternal(at.name)) return;
        references.push({ name: at.name, path: at.name + path, start: at.start, end: at.end });
        return;
      }
      case 'select':
        inspect(at.operand, `.${at.field}${path}`);
        return;
      case 'call':
        inspectCall(at, path);
        return;
      case 'list':
        for (const { value } of at.items) inspect(value, '');
        return;
      case 'map':
        for (const { key, value } of at.entries) {
          inspect(key, '');
          inspect(value, '');
        }
        return;
      case 'comprehension': {
        const names = [...at.variables, at.accumulator];
        for (const name of names) declared.set(name, (declared.get(name) ?? 0) + 1);
        inspect(at.init, '');
        inspect(at.range, path);
        for (const part of [at.condition, at.step, at.result]) inspect(part, '');
        for (const name of names) {
          const others = (declared.get(name) ?? 1) - 1;
          if (others === 0) declared.delete(name);
          else declared.set(name, others);
        }
        return;
      }
      default:
        return;
    }
  }

  function inspectCall(call: Call, path: string): void {
    const { name, target, args, at = call } = call;
    for (const arg of args) inspect(arg, '');
    if (target !== undefined) {
      if (!environment.functions.has(`${qualifiedName(target)}.${name}`)) inspect(target, path);
      return;
    }
    if (!environment.functions.has(name)) unknownFunctions.push({ name, start: at.start, end: at.end });
    else if (name === 'omit') omits.push({ start: call.start, end: call.end });
  }

  inspect(root, '');
  return { references, unknownFunctions, omits };
}

function isInternal(name: string): boolean {
  return name === '@result' || name.startsWith('$$') || name.startsWith('@__');
}
