import { exampleGraph } from './example-graph.ts';
import type { Rules } from './rule.ts';

const field = (text: string, types?: string) =>
  exampleGraph({ spec: `name: string | required=true\nfield: ${text}`, ...(types !== undefined && { types }) });
const number = field('integer | default=3 minimum=1 maximum=9');
const list = field("'[]string | default=[] maxItems=5'");
const keyed = "'[]Port | default=[] listType=map listMapKey=name'";
const port = 'Port:\n  name: string | required=true';

/** Types of which each uses the next one twice. */
const doubled = (steps: number) =>
  field(
    'T0',
    Array.from({ length: steps }, (_, step) => `T${step}: {a: T${step + 1}, b: T${step + 1}}`)
      .concat(`T${steps}: {a: string}`)
      .join('\n'),
  );

/** SimpleSchema: the fields of instances. */
export const schemaRules = {
  'kro/field-not-text': {
    number: 'B38',
    severity: 'error',
    summary: 'A field of a schema is a type, or a map of fields.',
    details: 'A list is written as a type: `"[]string"`.',
    good: list,
    bad: field('[string]'),
  },
  'kro/empty-type': {
    number: 'B32',
    severity: 'error',
    summary: 'A field has a type before its markers.',
    details: 'The first "|" divides them.',
    good: number,
    bad: field('"| default=3"'),
  },
  'kro/deep-type': {
    number: 'B33',
    severity: 'error',
    summary: 'A type is nested at most 16 levels deep.',
    details: 'Give a name to a part of it, under `types`.',
    good: list,
    bad: field(`"${'[]'.repeat(17)}string"`),
  },
  'kro/large-schema': {
    number: 'C95',
    severity: 'error',
    summary: 'A schema has at most 20,000 fields with its types written out.',
    details:
      'Each use of a type stands in the CRD in full, which no cluster takes if it is larger than 1.5 MB; types that use each other twice double with every step. kro itself would not come to an end.',
    good: doubled(4),
    bad: doubled(18),
  },
  'kro/list-of-nothing': {
    number: 'B34',
    severity: 'error',
    summary: 'A list says of what.',
    details: 'Such as `"[]string"`.',
    good: list,
    bad: field('"[]"'),
  },
  'kro/map-key-type': {
    number: 'B35',
    severity: 'error',
    summary: 'The keys of a map are strings.',
    details: 'JSON knows no others: `map[string]integer`.',
    good: field('map[string]integer'),
    bad: field('map[integer]string'),
  },
  'kro/map-of-nothing': {
    number: 'B36',
    severity: 'error',
    summary: 'A map says of what.',
    details: 'Such as `map[string]string`; `object` may hold anything.',
    good: field('map[string]string'),
    bad: field('map[string]'),
  },
  'kro/unknown-type': {
    number: 'B37',
    severity: 'error',
    summary: 'A type is string, integer, boolean, float, object, a list or map of them, or one of `types`.',
    details: 'There are no shorter names: neither `int` nor `bool`.',
    good: field('integer'),
    bad: field('int'),
  },
  'kro/type-cycle': {
    number: 'B39',
    severity: 'error',
    summary: 'No type is made of itself.',
    details: 'kro writes types out where they are used.',
    good: field('Node', 'Node:\n  child: string'),
    bad: field('Node', 'Node:\n  child: "[]Node"'),
  },
  'kro/unknown-marker': {
    number: 'B40',
    severity: 'error',
    summary: 'A marker is one that kro knows.',
    details: 'Markers have no commas or bars between them, and every one has a value: `required=true`.',
    good: number,
    bad: field('integer | default=3 min=1'),
  },
  'kro/marker-syntax': {
    number: 'B95',
    severity: 'error',
    summary: 'Markers are written `key=value`, with spaces between them and none around "=".',
    details: 'Values with spaces stand in double quotes. A space behind the last marker is a mistake for kro.',
    good: number,
    bad: field('"integer | default=3 "'),
  },
  'kro/marker-boolean': {
    number: 'B41',
    severity: 'error',
    summary: 'The markers required, immutable and uniqueItems are true or false.',
    details: 'Without quotes or with them.',
    good: field('string | immutable=true'),
    bad: field('string | immutable=yes'),
  },
  'kro/marker-number': {
    number: 'B42',
    severity: 'error',
    summary: 'Bounds are numbers, lengths and counts integers.',
    details: 'In decimal digits.',
    good: number,
    bad: field('integer | minimum=one'),
  },
  'kro/default-type': {
    number: 'B43',
    severity: 'error',
    summary: 'The default of a number or a boolean is one.',
    details: 'A default of a list, map or struct is JSON.',
    good: number,
    bad: field('integer | default=three'),
  },
  'kro/enum-values': {
    number: 'B44',
    severity: 'error',
    summary: 'An enumeration has values with commas between them, of a string or an integer.',
    details: 'A value can hold no comma, and none is empty.',
    good: field('string | enum="small,large"'),
    bad: field('string | enum="small,,large"'),
  },
  'kro/marker-type': {
    number: 'B47',
    severity: 'error',
    summary: 'Patterns and lengths are for strings; counts, list types and keys for lists.',
    details: 'To bound the items of a list, give them a type of their own under `types`.',
    good: list,
    bad: field("'[]string | default=[] maxLength=5'"),
  },
  'kro/pattern-syntax': {
    number: 'B46',
    severity: 'error',
    summary: 'A pattern is a regular expression of Go.',
    details: 'It has no look-ahead, no look-behind and no back-references: https://pkg.go.dev/regexp/syntax.',
    good: field('string | pattern="^[a-z]+$"'),
    bad: field('string | pattern="^(?!x)[a-z]+$"'),
  },
  'kro/list-type': {
    number: 'B48',
    severity: 'error',
    summary: 'A list is atomic, a set or a map, and one of them only.',
    details: '`uniqueItems=true` makes it a set.',
    good: field(keyed, port),
    bad: field("'[]string | default=[] listType=bag'"),
  },
  'kro/list-map-key': {
    number: 'B49',
    severity: 'error',
    summary: 'A list with `listMapKey` has `listType=map`, and every key once.',
    details: 'Items are told apart by these fields when several parties apply the list.',
    good: field(keyed, port),
    bad: field("'[]Port | default=[] listMapKey=name'", port),
  },
  'kro/empty-validation': {
    number: 'B50',
    severity: 'error',
    summary: 'The marker `validation` holds a CEL rule.',
    details: 'The API server evaluates it for every instance; `self` is the value of the field.',
    good: field('integer | validation="self > 3"'),
    bad: field('integer | validation=""'),
  },
  'kro/default-not-json': {
    number: 'C78',
    severity: 'error',
    summary: 'A default is JSON once kro has written it into the CRD.',
    details:
      'kro takes `T` for true and writes it as it is, and does not escape quotes within a string. Then no CRD can be made.',
    good: field('boolean | default=true'),
    bad: field('boolean | default=T'),
  },
} as const satisfies Rules;
