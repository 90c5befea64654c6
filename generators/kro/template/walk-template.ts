import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';
import { nearestName } from '../../util/did-you-mean.ts';
import { isMap, type PlainMap, sortOf } from '../../util/plain-map.ts';
import { type ExpressionText, expressionText } from '../expressions/expression-text.ts';
import { extractExpressions } from '../expressions/extract-expressions.ts';
import { expectedTypes, fieldSchema, saysNothing } from './field-schemas.ts';

/** A text with expressions in it. */
export interface TemplateField {
  /** Below the object. */
  readonly path: Path;
  readonly text: string;
  readonly expression: ExpressionText;
}

export interface WalkProblem {
  readonly code: 'kro/unknown-field' | 'kro/wrong-type' | 'kro/untyped-field' | 'kro/nested-expression';
  readonly path: Path;
  readonly at?: 'key';
  readonly range?: readonly [number, number];
  readonly message: string;
  readonly help?: string;
}

export interface Walked {
  readonly fields: readonly TemplateField[];
  readonly problems: readonly WalkProblem[];
  /** Texts without an expression, and everything that is no text, map or list. */
  readonly literals: readonly Path[];
  /** Where a text has a `${` that nothing closes, which makes it plain text. */
  readonly unclosed: readonly { readonly path: Path; readonly offset: number }[];
}

/**
 * Finds the expressions of an object as kro's parser does, which knows a value's type and its fields, and no more. Without
 * a schema, and below a field that may hold anything, it only looks for expressions.
 */
export function walkTemplate(object: PlainMap, root: RawSchema | undefined): Walked {
  const fields: TemplateField[] = [];
  const problems: WalkProblem[] = [];
  const literals: Path[] = [];
  const unclosed: { path: Path; offset: number }[] = [];

  function walk(value: unknown, schema: RawSchema | undefined, path: Path): void {
    if (schema === undefined || schema['x-kubernetes-preserve-unknown-fields'] === true) {
      walkFreely(value, path);
      return;
    }
    const types = saysNothing(schema) ? undefined : expectedTypes(schema);
    if (types === undefined) {
      problems.push({
        code: 'kro/untyped-field',
        path,
        message: 'its schema says nothing of its type, so kro takes no value here',
      });
      return;
    }
    if (value === null || value === undefined) return;
    if (typeof value === 'string') walkText(value, types, path);
    else if (Array.isArray(value)) walkList(value, schema, types, path);
    else if (isMap(value)) walkMap(value, schema, types, path);
    else {
      literals.push(path);
      if (!takesScalar(types, value)) reportType(value, types, path);
    }
  }

  function walkMap(map: PlainMap, schema: RawSchema, types: readonly string[], path: Path): void {
    const { additionalProperties } = schema;
    const isOpen = additionalProperties !== undefined && additionalProperties !== false;
    if (!types.includes('object') && !isOpen) {
      reportType(map, types, path);
      return;
    }
    for (const [name, value] of Object.entries(map)) {
      const child = fieldSchema(schema, name);
      if (child !== undefined) walk(value, child, [...path, name]);
      else {
        const nearest = nearestName(name, Object.keys(schema.properties ?? {}));
        const hint = nearest === undefined ? '' : `; the nearest is "${nearest}"`;
        problems.push({
          code: 'kro/unknown-field',
          path: [...path, name],
          at: 'key',
          message: `there is no field "${name}"${hint}`,
        });
      }
    }
  }

  function walkList(list: readonly unknown[], schema: RawSchema, types: readonly string[], path: Path): void {
    if (!types.includes('array')) reportType(list, types, path);
    else if (schema.items === undefined) {
      problems.push({
        code: 'kro/untyped-field',
        path,
        message: 'its schema says nothing of the items, so kro takes no list here',
      });
    } else for (const [index, item] of list.entries()) walk(item, schema.items, [...path, index]);
  }

  function walkText(text: string, types: readonly string[], path: Path): void {
    const field = readText(text, path);
    if (field?.isWhole || types.includes('string') || types.includes('any')) return;
    reportType(text, types, path);
  }

  function walkFreely(value: unknown, path: Path): void {
    if (typeof value === 'string') readText(value, path);
    else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walkFreely(item, [...path, index]);
    } else if (isMap(value)) {
      for (const [name, item] of Object.entries(value)) walkFreely(item, [...path, name]);
    } else literals.push(path);
  }

  function readText(text: string, path: Path): ExpressionText | undefined {
    const extraction = extractExpressions(text);
    if (extraction.nested !== undefined) {
      const range = [extraction.nested, extraction.nested + 2] as const;
      const message = 'an expression holds another "${"; only a string in double quotes may';
      problems.push({ code: 'kro/nested-expression', path, range, message });
      return { cel: '', isWhole: true, parts: [] };
    }
    if (extraction.unclosed !== undefined) unclosed.push({ path, offset: extraction.unclosed });
    const expression = expressionText(text, extraction);
    if (expression === undefined) literals.push(path);
    else fields.push({ path, text, expression });
    return expression;
  }

  function reportType(value: unknown, types: readonly string[], path: Path): void {
    problems.push({
      code: 'kro/wrong-type',
      path,
      message: `${sortOf(value)} stands where ${listTypes(types)} is expected`,
      ...(isQuotable(value, types) && { help: quoteIt }),
    });
  }

  walk(object, root, []);
  return { fields, problems, literals, unclosed };
}

const quoteIt = 'Put the value in quotes, so that YAML reads it as text.';

function isQuotable(value: unknown, types: readonly string[]): boolean {
  return types.includes('string') && (typeof value === 'boolean' || typeof value === 'number');
}

function takesScalar(types: readonly string[], value: unknown): boolean {
  if (types.includes('any')) return true;
  if (typeof value === 'boolean') return types.includes('boolean');
  return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
}

function listTypes(types: readonly string[]): string {
  return types.length === 0 ? 'nothing' : types.join(' or ');
}
