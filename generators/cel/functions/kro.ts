import type { FunctionTable } from './signature.ts';

/** What kro adds: https://kro.run/docs/concepts/rgd/cel-expressions */
export const kroFunctions: FunctionTable = {
  condition: ['kro.run.Runtime.(dyn, string): kro.run.Condition'],
  newCondition: ['kro.run.Runtime.(map(string, string)): kro.run.Condition'],
  deepMerge: ['dyn.(dyn): dyn'],
  'hash.fnv64a': ['(string): bytes'],
  'hash.md5': ['(string): bytes'],
  'hash.sha256': ['(string): bytes'],
  'json.marshal': ['(dyn): string'],
  'json.unmarshal': ['(string): dyn'],
  'lists.insertAtIndex': ['(list(T), int, T): list(T)'],
  'lists.removeAtIndex': ['(list(T), int): list(T)'],
  'lists.setAtIndex': ['(list(T), int, T): list(T)'],
  merge: ['map(K, V).(map(K, V)): map(K, V)'],
  omit: ['(): dyn'],
  'random.seededInt': ['(int, int, string): int'],
  'random.seededString': ['(int, string): string'],
};
