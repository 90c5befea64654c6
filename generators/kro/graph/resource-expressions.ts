import type { Path } from '../../source/path.ts';
import { type Context, nameField } from '../context.ts';
import { expressionText } from '../expressions/expression-text.ts';
import { extractExpressions } from '../expressions/extract-expressions.ts';
import type { ResolvedResource } from '../template/resolve-resource.ts';
import type { TemplateField } from '../template/walk-template.ts';
import { type GraphExpression, graphExpression } from './graph-expression.ts';

/** A field of an object with the expression that fills it. */
export interface FilledField {
  readonly field: TemplateField;
  readonly expression: GraphExpression;
}

/** The expressions of a resource, by what they are for. */
export interface ResourceExpressions {
  readonly resolved: ResolvedResource;
  readonly template: readonly FilledField[];
  readonly forEach: readonly { readonly name: string; readonly expression: GraphExpression }[];
  readonly includeWhen: readonly GraphExpression[];
  readonly readyWhen: readonly GraphExpression[];
}

export function resourceExpressions(context: Context, resolved: ResolvedResource): ResourceExpressions {
  const { resource, walked, path } = resolved;
  const listed = (key: 'includeWhen' | 'readyWhen') =>
    resource[key].flatMap((text, index) =>
      standalone(context, nameField(resource, [key, index]), [...resource.path, key, index], text),
    );
  return {
    resolved,
    template: walked.fields.map((field) => {
      const { text, expression } = field;
      const label = nameField(resource, field.path);
      return { field, expression: graphExpression(label, [...path, ...field.path], text, expression) };
    }),
    forEach: resource.forEach.flatMap(({ name, text, path }) => {
      const label = nameField(resource, path.slice(resource.path.length));
      return standalone(context, label, path, text).map((expression) => ({ name, expression }));
    }),
    includeWhen: listed('includeWhen'),
    readyWhen: listed('readyWhen'),
  };
}

/** The expression that a text is as a whole; none where it is something else, which is reported. */
export function standalone({ report }: Context, label: string, path: Path, text: string): readonly GraphExpression[] {
  const extraction = extractExpressions(text);
  const { nested } = extraction;
  if (nested !== undefined) {
    const message = `${label}: an expression holds another "\${"; only a string in double quotes may.`;
    report({ code: 'kro/nested-expression', path, range: [nested, nested + 2], message });
    return [];
  }
  const expression = expressionText(text, extraction);
  if (expression?.isWhole) return [graphExpression(label, path, text, expression)];
  const why = extraction.embedded.length === 0 ? 'holds no expression' : 'has text around its expression';
  const message = `${label} ${why}; it must be one "\${…}" and nothing else.`;
  report({ code: 'kro/not-standalone', path, message });
  return [];
}
