/** JSON Schema (draft-07) as far as this model uses it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  /** What a pattern of an extension's own means, to follow "must be"; those of the model are in `describe-pattern.ts`. */
  readonly patternMeaning?: string;
  /** Where `config/config.yaml` speaks of this field, for a file that does not. */
  readonly inherits?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** `type` without `null`: one name, or undefined where anything is allowed. */
export function typeOf({ type }: JsonSchema): string | undefined {
  return typeof type === 'object' ? type.find((name) => name !== 'null') : type;
}

/** The schema of a map's values; undefined for an object with fields of its own. */
export function valuesOf({ additionalProperties }: JsonSchema): JsonSchema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
