import type { Cloud } from './cloud.ts';
import { clouds } from './registry.ts';

/** The cloud of an account, which was found to exist. */
export function cloudNamed(name: string): Cloud {
  const found = clouds[name];
  if (found === undefined) throw new Error(`there is no cloud ${name}`);
  return found;
}
