import { expect, test } from 'vitest';
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
