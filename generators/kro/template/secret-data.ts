import type { Path } from '../../source/path.ts';
import type { PlainMap } from '../../util/plain-map.ts';

/** Whether a field of a Secret is one of those that hold bytes, written as base64. */
export function isSecretData({ apiVersion, kind }: PlainMap, [field, key]: Path): boolean {
  return apiVersion === 'v1' && kind === 'Secret' && field === 'data' && key !== undefined;
}

export const textsOfSecret = 'Write it under `stringData`, which takes texts.';
