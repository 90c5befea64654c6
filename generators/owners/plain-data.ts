import type { Named } from '../model/fleet.ts';

/** What a person's config says of a thing, without how it was found. */
export function plainData<T extends Named>({
  name: _name,
  file: _file,
  locate: _locate,
  version: _version,
  ...data
}: T): Omit<T, keyof Named> {
  return data;
}
