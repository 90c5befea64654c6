import type { Span } from '../../cel/syntax/expression.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { Report } from '../context.ts';
import type { GraphExpression } from './graph-expression.ts';

/** Names that mean something in one kind of place. */
export interface Scope {
  readonly ids: ReadonlySet<string>;
  readonly iterators: ReadonlySet<string>;
  /** Whether `runtime` may be read: only in conditions. */
  readonly hasRuntime: boolean;
  /** Whether `omit()` may be called, where kro's feature gate allows it at all. */
  readonly mayOmit: boolean;
}

export interface References {
  /** Ids of resources, in the order in which they are read. */
  readonly resources: readonly string[];
  readonly iterators: readonly string[];
  readonly readsSchema: boolean;
  /** Everything it names is there, so its types can be looked at. */
  readonly isSound: boolean;
}

/** What an expression reads. Reports what it cannot: a name that nothing has, a function that is none. */
export function referencesOf(expression: GraphExpression, scope: Scope, report: Report): References {
  const { label, parsed, inspection } = expression;
  const resources = new Set<string>();
  const iterators = new Set<string>();
  let readsSchema = false;
  let isSound = true;

  const refuse = (code: Parameters<Report>[0]['code'], message: string, span: Span, help?: string): void => {
    isSound = false;
    report({ ...expression.spotOf(span), code, message: `${label}: ${message}`, ...(help !== undefined && { help }) });
  };

  if (parsed.problem !== undefined) {
    refuse('kro/expression-syntax', parsed.problem.message, parsed.problem, syntaxHelp(expression));
    return { resources: [], iterators: [], readsSchema, isSound };
  }
  for (const reference of inspection.references) {
    const { name } = reference;
    if (name === 'schema') readsSchema = true;
    else if (scope.iterators.has(name)) iterators.add(name);
    else if (scope.ids.has(name)) resources.add(name);
    else if (name === 'runtime') {
      if (!scope.hasRuntime)
        refuse('kro/runtime-elsewhere', '"runtime" may be read in status.conditions only.', reference);
    } else if (name === 'each') {
      refuse('kro/each-elsewhere', '"each" may be read in readyWhen of a resource with forEach only.', reference);
    } else {
      const known = [...scope.ids, ...scope.iterators, 'schema'];
      const message = `nothing is called "${name}".${didYouMean(name, known)}`;
      refuse('kro/unknown-reference', message, reference, shellHelp(name) ?? dashHelp(expression.cel, reference));
    }
  }
  for (const { name, ...span } of inspection.unknownFunctions) {
    refuse('kro/unknown-function', `there is no function "${name}()".`, span);
  }
  for (const span of inspection.omits) {
    const why = scope.mayOmit ? 'needs the feature gate CELOmitFunction' : 'may be called in templates only';
    refuse('kro/omit', `"omit()" ${why}.`, span);
  }
  return { resources: [...resources], iterators: [...iterators], readsSchema, isSound };
}

function syntaxHelp({ cel, text, parsed }: GraphExpression): string | undefined {
  return shellTextHelp(text, parsed.problem?.start) ?? quotesHelp(cel);
}

/** kro counts braces in single quotes, which CEL does not. */
function quotesHelp(cel: string): string | undefined {
  const single = cel.replace(/"(?:[^"\\]|\\.)*"/g, '').split("'").length - 1;
  if (single % 2 === 0) return undefined;
  return 'A brace in single quotes ends the expression for kro: write the string in double quotes.';
}

/** `${NAME:-default}` and its like. */
const shellExpansion = /\$\{[A-Za-z_]\w*(?::[-=?+]|##?|%%?|\/\/?|\^\^?|,,?|[-=?+])[^}]*\}/;

function shellTextHelp(text: string, problem: number | undefined): string | undefined {
  const [found] = (problem === undefined ? undefined : shellExpansion.exec(text)) ?? [];
  return found && `For the text \`${found}\` itself, write \`\${${JSON.stringify(found)}}\`.`;
}

/** CEL takes `a.my-field` for a subtraction. */
function dashHelp(cel: string, { start }: Span): string | undefined {
  const [before = ''] = /[A-Za-z_][\w.]*\.\w+(?:-\w+)*-$/.exec(cel.slice(0, start)) ?? [];
  const [after = ''] = /^\w+(?:-\w+)*/.exec(cel.slice(start)) ?? [];
  if (before === '' || after === '') return undefined;
  return `If a field is called so, write \`${(before + after).replaceAll('-', '__dash__')}\`.`;
}

/** Names in capitals are mostly those of a shell. */
function shellHelp(name: string): string | undefined {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  return `For the text \`\${${name}}\` itself, write \`\${"\${${name}}"}\`.`;
}
