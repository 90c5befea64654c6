// Every kind of an API server in the form in which the compiler reads its vendored ones, so that kro's own cases, which use
// others, can be judged too. What is vendored is taken as it is.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindsOfOpenApi } from '../../scripts/vendor-schemas/reduce-openapi.mjs';
import { shareSubtrees } from '../../scripts/vendor-schemas/share-subtrees.mjs';

const noRules = { enums: {}, limits: {} };

/** The kinds that can be created, of every document: `[document, apiVersion, kind]`. */
function creatable(openapi) {
  const files = readdirSync(openapi).filter((file) => /^apis?__.*_openapi\.json$/.test(file));
  return files.flatMap((file) => {
    const document = JSON.parse(readFileSync(join(openapi, file), 'utf8'));
    const made = Object.entries(document.paths).map(([path, { post }]) => ({
      path,
      gvk: post?.['x-kubernetes-group-version-kind'],
    }));
    return made
      .filter(({ path, gvk }) => gvk !== undefined && !path.includes('{name}'))
      .map(({ gvk: { group, version, kind } }) => [document, group === '' ? version : `${group}/${version}`, kind]);
  });
}

/** Kinds that the compiler knows as they are vendored; the others from the API server's documents in the folder `openapi`. */
export function writeKinds(openapi, schemas, target) {
  const index = JSON.parse(readFileSync(join(schemas, 'index.json'), 'utf8'));
  for (const folder of ['builtin', 'compact']) cpSync(join(schemas, folder), join(target, folder), { recursive: true });
  for (const [document, apiVersion, name] of creatable(openapi)) {
    if (Object.hasOwn(index, `${apiVersion}/${name}`)) continue;
    const [{ schema, ...kind }] = kindsOfOpenApi(document, apiVersion, [name], noRules);
    const file = `builtin/${kind.group || 'core'}/${kind.version}/${kind.kind}.json`;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), JSON.stringify({ ...kind, ...shareSubtrees(schema) }));
    const status = schema.properties?.status !== undefined;
    index[`${apiVersion}/${name}`] = { file, plural: kind.plural, scope: kind.scope, status };
  }
  writeFileSync(join(target, 'index.json'), JSON.stringify(index));
}
