import { exampleGraph } from './example-graph.ts';
import type { Rules } from './rule.ts';

const field = (text: string, types?: string) =>
  exampleGraph({ spec: `name: string | required=true\nfield: ${text}`, ...(types !== undefined && { types }) });
const group = (name: string) => exampleGraph({ head: `group: ${name}` });
const column = (type: string) =>
  exampleGraph({ head: `additionalPrinterColumns:\n  - {name: Name, type: ${type}, jsonPath: .spec.name}` });
const port = 'Port:\n  name: string | required=true\n  number: integer | minimum=1';
const server = 'Server:\n  name: string | required=true\n  host: string | immutable=true';
const bounded = 'Server:\n  name: string | required=true\n  host: string | immutable=true maxLength=253';

/** What the API server asks of the CRD that kro makes. Where it refuses that, the graph is never active. */
export const crdRules = {
  'kro/default-misfit': {
    number: 'C1',
    severity: 'error',
    summary: 'A default fits the type, bounds, pattern and enumeration of its field.',
    details: 'kro does not look at it; the API server refuses the CRD.',
    good: field('integer | default=3 maximum=9'),
    bad: field('integer | default=10 maximum=9'),
  },
  'kro/list-items': {
    number: 'C2',
    severity: 'error',
    summary: 'A list that is a map holds structs with the keys that it names, and a set holds scalars.',
    details: 'A key is a scalar field that is required or has a default: items are told apart by it.',
    good: field("'[]Port | default=[] listType=map listMapKey=name'", port),
    bad: field("'[]Port | default=[] listType=map listMapKey=number'", port),
  },
  'kro/validation-rule': {
    number: 'C3',
    severity: 'error',
    summary: 'A rule of the marker `validation` is CEL that gives true or false.',
    details: '`self` is the value of the field, `oldSelf` the one before a change.',
    good: field('string | validation="self.startsWith(\'a\')"'),
    bad: field('string | validation="self.startsWith(1)"'),
  },
  'kro/old-self-in-list': {
    number: 'C4',
    severity: 'error',
    summary: 'Nothing is compared with its old value within a list, unless the list is a map.',
    details: 'The marker `immutable` does so. The API server cannot tell which item an item was.',
    good: field("'[]Port | default=[] listType=map listMapKey=name'", `${port} immutable=true`),
    bad: field("'[]Port | default=[]'", `${port} immutable=true`),
  },
  'kro/rule-cost': {
    number: 'C9',
    severity: 'error',
    summary: 'Rules stay cheap for the largest object that their bounds allow.',
    details:
      'The markers `validation` and `immutable` make rules. The API server estimates what each could cost, from maxItems and maxLength, and takes 3 MiB where they are missing: above all in lists within lists.',
    good: field("'[]Server | default=[] listType=map listMapKey=name maxItems=50'", bounded),
    bad: field("'[]Server | default=[] listType=map listMapKey=name'", server),
  },
  'kro/group-name': {
    number: 'C5',
    severity: 'error',
    summary: 'The group of a kind is a domain of at least two parts.',
    details: 'Groups that end in `k8s.io` or `kubernetes.io` are kept for Kubernetes.',
    good: group('platform.example.com'),
    bad: group('platform'),
  },
  'kro/kind-plural': {
    number: 'C6',
    severity: 'error',
    summary: 'The plural that kro makes of a kind is a name of a resource.',
    details:
      'The library that makes it takes some kinds for acronyms: of those that end in S, such as DNS, it gives capitals. A longer name helps.',
    good: exampleGraph({ head: 'kind: DnsZone' }),
    bad: exampleGraph({ head: 'kind: DNS' }),
  },
  'kro/printer-column': {
    number: 'C7',
    severity: 'error',
    summary: 'A printer column has a type that the API server prints, and a path that begins with a dot.',
    details: 'The types are boolean, date, integer, number and string.',
    good: column('string'),
    bad: column('text'),
  },
  'kro/crd-metadata': {
    number: 'C8',
    severity: 'error',
    summary: 'Labels and annotations of the CRD have the form that Kubernetes asks for.',
    details: 'They stand in `spec.schema.metadata` and reach the CRD, not the instances.',
    good: exampleGraph({ head: 'metadata: {labels: {team: web}}' }),
    bad: exampleGraph({ head: 'metadata: {labels: {team: web team}}' }),
  },
} as const satisfies Rules;
