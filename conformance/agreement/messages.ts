import type { Answer } from './ask-oracle.ts';

/**
 * A message of kro or of the API server, and its place in the list of everything that they refuse: `R` the API server refuses the
 * graph, `B` kro's builder, `C` the API server the CRD that kro makes, `I` nobody before there is an instance. The groups of the pattern are what the message is about.
 */
interface Message {
  readonly check: string;
  readonly stage: NonNullable<Answer['stage']>;
  readonly pattern: RegExp;
}

const builder = (check: string, pattern: RegExp): Message => ({ check, stage: 'builder', pattern });
const admission = (check: string, pattern: RegExp): Message => ({ check, stage: 'admission', pattern });
/** Of SimpleSchema; what is wrong stands at the end. */
const simple = (check: string, pattern: RegExp): Message =>
  builder(check, new RegExp(`OpenAPI schema for instance: .*(?:${pattern.source})`, 's'));
const crd = (check: string, pattern: RegExp): Message => ({ check, stage: 'crd', pattern });
/** Of the values that kro cannot write. */
export const unwritable = 'I89';

/** The first that fits counts. */
export const messages: readonly Message[] = [
  admission('R9', /unknown field "(?:[^"]*\.)?(?<name>[^".]*)"/),
  admission('R0', /is no kro\.run\/v1alpha1 ResourceGraphDefinition|error converting YAML|^yaml:|unmarshal/),
  admission('R1', /spec\.schema: Required|spec: (?:Required|Invalid)/),
  admission('R4', /exactly one of template or externalRef/),
  admission('R5', /externalRef/),
  admission('R6', /forEach/),
  admission('R7', /additionalPrinterColumns/),
  admission('R8', /shortNames|categories/),
  admission('R2', /spec\.schema\.(?<field>kind|apiVersion|scope|group)/),
  admission('R10', /^\[?metadata/),
  admission('R11', /spec\.(?<field>[\w.]+)/),
  admission('R12', /./),

  builder('B0', /panic: /),
  builder('B1', /kind '(?<name>[^']*)' is not a valid KRO kind name/),
  builder('B7', /forEach iterator name "(?<name>[^"]*)" is a reserved keyword/),
  builder('B6', /forEach iterator name "(?<name>[^"]*)" is not valid/),
  builder('B8', /forEach iterator name "(?<name>[^"]*)" conflicts/),
  builder('B9', /duplicate forEach iterator name "(?<name>[^"]*)"/),
  builder('B5', /forEach cannot have more than/),
  builder('B2', /id (?<name>\S*) is a reserved keyword/),
  builder('B3', /id (?<name>.*) is not a valid KRO resource id/),
  builder('B4', /duplicate resource IDs (?<name>\S*)/),
  builder('B10', /exactly one of template or externalRef/),
  builder('B11', /cannot use externalRef with template/),
  builder('B12', /resource "(?<id>[^"]*)": cannot use externalRef with forEach/),
  builder('B5a', /exactly one of name or selector must be provided/),
  builder('B5b', /invalid external ref metadata for resource (?<id>\w+)/),
  builder('B14', /resource (?<id>\w*) is not a valid Kubernetes object/),
  builder('B15', /failed to extract GVK from resource (?<id>\w+): (?:unexpected GroupVersion|invalid apiVersion)/),
  builder('B16', /failed to extract GVK from resource (?<id>\w+)/),
  builder('B17', /failed to get schema for resource (?<id>\w+)/),
  builder('B18', /failed to get REST mapping for resource (?<id>\w+)/),
  builder('B13', /failed to unmarshal resource (?<id>\w+)/),
  builder('B19', /resource "(?<id>[^"]*)" has invalid metadata\.namespace/),
  builder('B20', /resource "(?<id>[^"]*)" is cluster-scoped and must not set/),
  builder('B21', /resource "(?<id>[^"]*)" is namespaced and must set/),
  builder('B22', /invalid (?:label|annotation) for resource "(?<id>[^"]*)"/),
  builder('B23', /CEL expressions in CRDs are only supported for metadata fields/),
  builder('B30', /nested expressions are not allowed/),
  builder('B24', /schema is nil for path/),
  builder('B25', /has no valid type, OneOf/),
  builder('B26', /unknown schema type/),
  builder('B27', /expected [\w ]+ type for path (?<field>\S+?),/),
  builder('B28', /error getting field schema for path (?<field>.+?): schema not found/),
  builder('B29', /invalid array schema/),
  builder('B31', /only standalone expressions are allowed/),

  simple('B33', /type nesting too deep/),
  simple('B34', /empty slice element/),
  simple('B35', /map key must be string/),
  simple('B36', /map value type is required/),
  simple('B32', /empty type/),
  simple('B39', /cyclic dependency|self references|node (?<name>\S+) does not exist/),
  simple('B37', /unknown type: (?<name>.+)/),
  simple('B40', /unknown marker|marker key|unclosed|unmatched|empty marker/),
  simple('B41', /parse (?:required|immutable|uniqueItems) marker/),
  simple('B42', /parse (?:minimum|maximum) enum value/),
  simple('B43', /default value must be|failed to parse default|parse default/),
  simple('B44', /enum/),
  simple('B46', /pattern marker|pattern value|invalid pattern|parsing regexp/),
  simple('B45', /(?:minLength|maxLength)/),
  simple('B49', /listMapKey set|duplicate/),
  simple('B48', /overwrite set type|cannot set unique|must be one of|invalid listType/),
  simple('B47', /(?:uniqueItems|minItems|maxItems|listType|listMapKey)/),
  simple('B50', /validation/),
  builder('B38', /failed to build OpenAPI schema for instance: .*unexpected type|field (?<name>\S+): unexpected/),
  builder('B38a', /failed to unmarshal (?:spec schema|predefined types)|failed to build OpenAPI schema for instance/),

  builder('B68', /status\.conditions(?:\[\d+\])? must be/),
  builder('B69', /status fields without expressions are not supported: \[(?<field>[^\s\]]*)/),
  builder('B67', /failed to unmarshal status/),
  builder('B72', /failed to generate status schema/),
  builder('B73', /instance status field must refer to a resource or schema: (?:status\.)?(?<field>\S+)/),
  builder('B74', /failed to build instance conditions/),
  builder(
    'B70',
    /failed to build instance status schema: .*(?:unknown identifiers: \[(?<name>[^\]]*)\]|uses unknown functions|omit\(\))/,
  ),
  builder('B71', /failed to (?:build instance status schema|compile status expression)/),

  builder('B51', /parse error|Syntax error|token recognition/),
  builder('B65', /omit\(\) (?:can only|cannot)/),
  builder('B55', /omit\(\) requires/),
  builder('B54', /runtime is only available/),
  builder('B64', /(?:includeWhen|readyWhen): references unknown identifiers: \[(?<name>[^\]]*)\]/),
  builder('B52', /references unknown identifiers: \[(?<name>[^\]]*)\]/),
  builder('B53', /uses unknown functions: \[(?:\{(?<name>[\w.]+))?/),
  builder('B56', /node (?<name>\S+) does not exist/),
  builder('B57', /self references are not allowed/),
  builder('B58', /graph contains a cycle: (?<name>\w+)/),
  builder('B59', /node "(?<id>[^"]*)": all forEach dimensions must be used/),
  builder('B60', /node "(?<id>[^"]*)": forEach iterator "(?<name>[^"]*)" cannot reference other iterators/),
  builder('B66', /node "(?<id>[^"]*)": forEach iterator "(?<name>[^"]*)" must return a list/),
  builder('B62', /type mismatch in resource "(?<id>[^"]*)" at path "(?<field>(?:[^"\\]|\\.)*)"/),
  builder('B63', /expression .* in resource "(?<id>[^"]*)" must return bool/s),
  builder('B61', /failed to validate resource "(?<id>[^"]*)".*undefined field '(?<name>[^']*)'/s),
  builder('B61', /failed to validate resource "(?<id>[^"]*)"/),
  builder('B99', /./),

  crd('C79', /already exists/),
  crd('C78', /./),

  { check: unwritable, stage: 'instance', pattern: /./ },
];

export interface Classified {
  readonly check: string;
  /** Texts that a diagnostic of the same fault has in it. */
  readonly subject: readonly string[];
}

/** What a refusal is about. */
export function classify(answer: Answer): Classified {
  for (const { check, stage, pattern } of messages) {
    const found = stage === answer.stage ? pattern.exec(answer.error ?? '') : null;
    if (found === null) continue;
    const groups = Object.values(found.groups ?? {}).filter((text) => text !== undefined && text !== '');
    return { check, subject: groups.map((text) => text.split(' ')[0]?.replace(/^\./, '') ?? '') };
  }
  return { check: 'unclassified', subject: [] };
}
