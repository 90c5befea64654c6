import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build, type Plugin } from 'esbuild';
import type { JsonSchema } from '../../generators/schema/config/json-schema.ts';
import { shareSchemas } from './share-schemas.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

const prefixed = (prefix: string, schemas: Schemas) =>
  Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [`${prefix}-${kind}`, schema]));

/** ajv's code with the few functions of ajv that it requires, as one module without imports. */
export async function validatorsModule(
  root: string,
  { file, complete, spoke }: Readonly<Record<'file' | 'complete' | 'spoke', Schemas>>,
): Promise<string> {
  const { schemas, parts } = shareSchemas({
    ...prefixed('file', file),
    ...prefixed('complete', complete),
    ...prefixed('spoke', spoke),
  });
  const kinds = Object.keys(schemas);
  const ajv = new Ajv({
    allErrors: true,
    messages: false, // diagnostics have their own words
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  for (const part of parts) ajv.addSchema(part);
  for (const [kind, schema] of Object.entries(schemas)) ajv.addSchema(schema, kind);
  const exported = Object.fromEntries(kinds.map((kind, i) => [`v${i}`, kind]));
  const objectOf = (prefix: string, of: Schemas) => {
    const entries = Object.keys(of).map((kind) => `${JSON.stringify(kind)}: v${kinds.indexOf(`${prefix}-${kind}`)}`);
    return `{ ${entries.join(', ')} }`;
  };
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${Object.keys(exported).join(', ')} } from 'validators';
        export const validators = ${objectOf('file', file)};
        export const completeValidators = ${objectOf('complete', complete)};
        export const spokeValidators = ${objectOf('spoke', spoke)};`,
      resolveDir: root,
    },
    plugins: [virtual('validators', standaloneCode.default(ajv, exported), root)],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** A module whose text is not in a file; what it imports is found from the folder. */
function virtual(name: string, contents: string, resolveDir: string): Plugin {
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir }));
    },
  };
}
