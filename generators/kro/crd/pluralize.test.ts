import { expect, test } from 'vitest';
import index from '../../../schemas/kubernetes/index.json' with { type: 'json' };
import others from '../../../schemas/kubernetes/others.json' with { type: 'json' };
import { pluralize } from './pluralize.ts';

test.each([
  ['webapp', 'webapps'],
  ['policy', 'policies'],
  ['gateway', 'gateways'],
  ['database', 'databases'],
  ['ingress', 'ingresses'],
  ['accessentry', 'accessentries'],
  ['alias', 'aliases'],
  ['mystatus', 'mystatuses'],
  ['bus', 'buses'],
  ['matrix', 'matrices'],
  ['appmatrix', 'appmatrices'],
  ['vertex', 'vertices'],
  ['children', 'children'],
  ['appmedia', 'appmedia'],
  ['quiz', 'quizzes'],
  ['box', 'boxes'],
  ['ox', 'oxen'],
  ['data', 'data'],
  ['schema', 'schemas'],
  ['cidr', 'cidrs'],
  ['dns', 'dnsDNSes'],
  ['vpcs', 'vpcs'],
])('%s becomes %s', (name, plural) => {
  expect(pluralize(name)).toBe(plural);
});

test('the plural of every kind that is known here is as its API server has it', () => {
  const kinds = Object.entries({ ...index, ...others });
  const wrong = kinds.filter(([name, { plural }]) => pluralize(name.split('/').at(-1)?.toLowerCase() ?? '') !== plural);
  expect(wrong).toEqual([]);
});
