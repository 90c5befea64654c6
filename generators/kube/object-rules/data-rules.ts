import { isAbsent, isLiteral, listAt, mapAt, type ObjectRule, textAt } from './rule.ts';

const longestKey = 253;
const isKey = (key: string) =>
  key.length <= longestKey && /^[-._a-zA-Z0-9]+$/.test(key) && key !== '.' && !key.startsWith('..');

/** Keys of a ConfigMap or Secret become names of files. */
export const keysRule =
  (...fields: readonly string[]): ObjectRule =>
  (object, say) => {
    for (const field of fields) {
      for (const key of Object.keys(mapAt(object, field) ?? {})) {
        if (!isKey(key)) say([field, key], `"${key}" is not a key, which is letters, digits, "-", "_" and ".".`);
      }
    }
  };

export const claimRule: ObjectRule = (object, say) => {
  const resources = mapAt(object, 'spec', 'resources');
  if (resources === undefined || typeof resources['requests'] === 'string') return;
  if (isAbsent(mapAt(resources, 'requests') ?? {}, 'storage'))
    say(['spec', 'resources'], 'A claim needs "requests" with "storage".');
};

/** Within a namespace, a service account without one is of the same. */
export const bindingRule: ObjectRule = (object, say) => {
  for (const [index, subject] of listAt(object, 'subjects').entries()) {
    const found = mapAt(subject);
    if (found === undefined || textAt(found, 'kind') !== 'ServiceAccount' || !isAbsent(found, 'namespace')) continue;
    const name = String(found['name'] ?? '');
    const known = isLiteral(name) ? ` "${name}"` : '';
    say(['subjects', index], `The service account${known} needs its "namespace".`);
  }
};
