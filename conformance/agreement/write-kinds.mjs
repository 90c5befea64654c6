// Every kind of an API server in the form in which the compiler reads its vendored ones, so that kro's own cases, which use
// versions that most servers do not serve, can be judged too. What is vendored is taken as it is.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindsOfOpenApi } from '../../scripts/vendor-schemas/reduce-openapi.mjs';
import { shareSubtrees } from '../../scripts/vendor-schemas/share-subtrees.mjs';

const noRules = { enums: {}, limits: {} };
const isOfVersion = /^apis?__((?:[^_]+__)?[^_]+)_openapi\.json$/;

/** @param {string} openapi */
function kindsIn(openapi) {
  return readdirSync(openapi).flatMap((file) => {
    const [, name] = isOfVersion.exec(file) ?? [];
    if (name === undefined) return [];
    const document = JSON.parse(readFileSync(join(openapi, file), 'utf8'));
    return kindsOfOpenApi(document, name.replace('__', '/'), noRules);
  });
}

/**
 * Kinds that the compiler knows as they are vendored; the others from the API server's documents in the folder `openapi`.
 * @param {string} openapi
 * @param {string} schemas
 * @param {string} target
 */
export function writeKinds(openapi, schemas, target) {
  const index = JSON.parse(readFileSync(join(schemas, 'index.json'), 'utf8'));
  for (const folder of ['builtin', 'compact']) cpSync(join(schemas, folder), join(target, folder), { recursive: true });
  for (const { schema, ...kind } of kindsIn(openapi)) {
    const name = `${kind.group === '' ? '' : `${kind.group}/`}${kind.version}/${kind.kind}`;
    if (Object.hasOwn(index, name)) continue;
    const file = `builtin/${kind.group || 'core'}/${kind.version}/${kind.kind}.json`;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), JSON.stringify({ ...kind, ...shareSubtrees(schema) }));
    index[name] = { file, plural: kind.plural, scope: kind.scope, status: schema.properties?.status !== undefined };
  }
  writeFileSync(join(target, 'index.json'), JSON.stringify(index));
}
