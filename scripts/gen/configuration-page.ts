import type { completeSchemas, fileSchemas } from '../../generators/model/file-schemas.ts';
import { describePattern } from '../../generators/schema/config/describe-pattern.ts';
import { type JsonSchema, valuesOf } from '../../generators/schema/config/json-schema.ts';

type Complete = ReturnType<typeof completeSchemas>;
type Files = ReturnType<typeof fileSchemas>;
type Kind = keyof Files;

/** What a row needs to know besides its field. */
interface Facts {
  readonly required: (name: string) => string;
  readonly mustBe: (pattern: string, meaning: string | undefined) => string | undefined;
}

/** As it would be written in YAML: a string that looks like a number in quotes. */
const code = (value: unknown) =>
  `\`${typeof value === 'string' && !/^[0-9.]+$/.test(value) ? value : JSON.stringify(value)}\``;
const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** `null`, which is allowed wherever an earlier layer may have said something, is left out. */
function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined)
    return schema.enum
      .filter((value) => value !== null)
      .map(code)
      .join(', ');
  const alternatives = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (alternatives !== undefined) return [...new Set(alternatives.map(typeOf))].join(' or ');
  const type = [schema.type ?? 'any']
    .flat()
    .filter((name) => name !== 'null')
    .join(' or ');
  if (type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  if (type === 'object') return isMap(schema) ? `map of ${typeOf(valuesOf(schema) ?? {})}` : 'object';
  return type;
}

const isMap = (schema: JsonSchema) => schema.properties === undefined && valuesOf(schema) !== undefined;

function bounds({ minimum, maximum, minItems, maxItems, minLength, maxLength }: JsonSchema): readonly string[] {
  const range = (low: number | undefined, high: number | undefined, unit: string) => {
    if (low === undefined && high === undefined) return [];
    if (high === undefined || high === Number.MAX_SAFE_INTEGER) return (low ?? 0) > 0 ? [`at least ${low}${unit}`] : [];
    return [low === undefined ? `at most ${high}${unit}` : `${low} to ${high}${unit}`];
  };
  return [
    ...range(minimum, maximum, ''),
    ...range(minItems, maxItems, ' items'),
    ...range(minLength, maxLength, ' characters'),
  ];
}

/** Top-level fields that something else may give, and what. */
const inherited: Partial<Record<Kind, { readonly from: string; has(name: string, complete: Complete): boolean }>> = {
  spoke: { from: 'a layer', has: (name, { layer }) => Object.hasOwn(layer.properties ?? {}, name) },
  network: { from: '`defaults` of the fleet', has: (name) => ['azCount', 'nat'].includes(name) },
  hub: { from: '`config/config.yaml`', has: (name) => name === 'versions' },
};

/** One row per field, fields of objects below them with their path: `nodeGroups.<name>.max`, `azs[]`. */
function* rowsOf(schema: JsonSchema, whole: JsonSchema | undefined, path: string, facts: Facts): Iterable<string> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`;
    const inWhole = whole?.properties?.[name];
    const isRequired = whole?.required?.includes(name) && inWhole?.default === undefined;
    yield rowOf(at, field, isRequired ? facts.required(at.split('.')[0] ?? at) : undefined, facts);
    yield* rowsOf(field, inWhole, at, facts);
    if (isMap(field)) yield* rowsOf(valuesOf(field) ?? {}, inWhole && valuesOf(inWhole), `${at}.<name>`, facts);
    if (field.items !== undefined) yield* rowsOf(field.items, inWhole?.items, `${at}[]`, facts);
  }
}

function rowOf(at: string, field: JsonSchema, required: string | undefined, { mustBe }: Facts): string {
  const { description, examples, default: standard, items } = field;
  const hasDefault = standard !== undefined && standard !== '' && typeof standard !== 'object';
  const { pattern, patternMeaning } = field.pattern === undefined ? (items ?? {}) : field;
  const needsWords = examples === undefined && !hasDefault && pattern !== undefined;
  const must = needsWords ? mustBe(pattern, patternMeaning) : undefined;
  const meaning = [
    required,
    description,
    hasDefault ? `Default: ${code(standard)}.` : undefined,
    examples === undefined ? undefined : `Example: ${code(examples[0])}.`,
    must === undefined ? undefined : `${items === undefined ? 'Must' : 'Each must'} be ${must}.`,
  ];
  const type = [typeOf(field), ...bounds(field)].join('; ');
  return `| ${code(at)} | ${inCell(type)} | ${inCell(meaning.filter((part) => part !== undefined).join(' '))} |`;
}

const layers: readonly Kind[] = ['environment', 'region', 'component'];
/** People look for a spoke first. */
const order: readonly Kind[] = ['spoke', ...layers, 'config', 'hub', 'account', 'network', 'team'];

/**
 * `files`: what a file of each kind may say; `complete`: what must be there when layers are merged. Fields of a spoke stand
 * on the page once, though layers and `defaults` of the fleet have most of them.
 */
export function configurationPage(files: Files, complete: Complete): string {
  const missing = Object.keys(files).filter((kind) => !order.includes(kind as Kind));
  if (missing.length > 0) throw new Error(`the page has no place for ${missing.join(', ')}`);
  const own = Object.keys(files.spoke.properties ?? {}).filter(
    (name) => !Object.hasOwn(files.environment.properties ?? {}, name),
  );
  const same = `The fields of a [spoke](#spoke), but for ${own.map(code).join(', ')}.`;
  const sections = order.map((kind) => {
    const [title, file] = files[kind].title?.split(': ') ?? [];
    const head = `## ${kind}\n\n${title}: ${code(file)}. Schema: ${code(`schemas/${kind}.schema.json`)}.\n`;
    if (layers.includes(kind)) return `${head}\n${same}\n`;
    return `${head}\n${table(files[kind], complete[kind as keyof Complete], same, factsOf(kind, complete))}`;
  });
  return `# Configuration

Every file of \`config/\`. What a spoke does not say itself comes from layers, of which later ones win: \`defaults\` of the fleet,
its environment, its region, its components in their order, its own file. Maps are merged, scalars and lists replaced, and
\`null\` removes what an earlier layer says. \`<name>\` stands for any name, \`[]\` for any item of a list. Names are of lower-case letters,
digits and dashes, the first a letter, the last no dash; most have at most 20.

Editors complete and check a file whose first line names its schema, as \`wheelwright new\` and \`wheelwright init\` write it.

${sections.join('\n')}`;
}

function factsOf(kind: Kind, complete: Complete): Facts {
  const { from, has } = inherited[kind] ?? {};
  const isName = (words: string | undefined) =>
    words?.includes('lower-case letters, digits and dashes, the first a letter');
  return {
    required: (name) => (has?.(name, complete) ? `Required, here or in ${from}.` : 'Required.'),
    mustBe: (pattern, meaning) => {
      const words = meaning ?? describePattern(pattern);
      return isName(words) ? undefined : words;
    },
  };
}

function table({ properties = {} }: JsonSchema, whole: JsonSchema, same: string, facts: Facts): string {
  const { defaults, ...fields } = properties;
  const rows = [...rowsOf({ properties: fields }, whole, '', facts)];
  if (defaults !== undefined) rows.push(`| ${code('defaults')} | object | ${defaults.description} ${same} |`);
  return `| field | type | meaning |\n|---|---|---|\n${rows.join('\n')}\n`;
}
