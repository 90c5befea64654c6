/** @import { Enums } from './types.ts' */

/**
 * Values of the fields of built-in types that are enumerations: definition -> field -> values. The published OpenAPI documents leave them out,
 * the Go code that they are generated from has them (a list's values stand three levels deeper than a string's).
 * @param {string} goSource
 */
export function readEnums(goSource) {
  /** @type {Enums} */
  const enums = {};
  /** @type {string | undefined} */
  let definition;
  /** @type {string | undefined} */
  let field;
  for (const line of goSource.split('\n')) {
    const start = /^func schema_k8sio_(api|apimachinery_pkg_apis|kube_aggregator_pkg_apis)_(\w+)\(ref /.exec(line);
    if (line.startsWith('func '))
      definition = start === null ? undefined : nameDefinition(start[1] ?? '', start[2] ?? '');
    const named = /^\t{5}"([^"]+)": \{$/.exec(line);
    if (named !== null) field = named[1];
    const values = /^(?:\t{7}|\t{10})Enum: +\[\]interface\{\}\{(.*)\},$/.exec(line);
    if (values === null || definition === undefined || field === undefined) continue;
    enums[definition] = { ...enums[definition], [field]: JSON.parse(`[${values[1]}]`) };
  }
  return enums;
}

/**
 * @param {string} area
 * @param {string} rest
 */
function nameDefinition(area, rest) {
  const place = area.replaceAll('kube_aggregator', 'kube-aggregator').replaceAll('_', '.');
  return `io.k8s.${place}.${rest.replaceAll('_', '.')}`;
}
