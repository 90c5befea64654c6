// Made when sources are bundled or tested, by scripts/generated/; never written to a file.

declare module 'generated:validators' {
  import type { ValidateFunction } from 'ajv';

  /** Of single files: nothing is required, and `null` removes. */
  export const validators: Readonly<Record<import('./model/file-kinds.ts').FileKind, ValidateFunction>>;
  /** Of the whole that layers merge to. */
  export const completeValidators: Readonly<
    Record<Exclude<import('./model/file-kinds.ts').CompleteKind, 'spoke'>, ValidateFunction>
  >;
  /** The same of spokes, by their cloud. */
  export const spokeValidators: Readonly<Record<string, ValidateFunction>>;
}

declare module 'generated:complete-schemas' {
  /** Of the whole that layers merge to: defaults, bounds, what is required. */
  export const completeSchemas: Readonly<
    Record<import('./model/file-kinds.ts').CompleteKind, import('./schema/config/json-schema.ts').JsonSchema>
  >;
  /** Of spokes, by their cloud; `spoke` above has the fields of all clouds. */
  export const spokeSchemas: Readonly<Record<string, import('./schema/config/json-schema.ts').JsonSchema>>;
}

declare module 'generated:library' {
  /** What kro makes of the graphs of the library, which were judged when this was made. */
  export const library: readonly import('./kro/check-graphs.ts').GivenGraph[];
}

/** The extensions of a unit, by path; Vite's words. */
interface ImportMeta {
  glob<Extension>(
    pattern: string | readonly string[],
    options: { readonly eager: true; readonly import: 'default' },
  ): Readonly<Record<string, Extension>>;
}
