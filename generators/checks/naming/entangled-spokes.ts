import type { Spoke } from '../../model/fleet.ts';
import { parentApplication } from '../../model/names.ts';

/**
 * The spokes of a hub that could share a derived name with something else. What is derived for a spoke begins with its
 * name and a dash, but for its parent; so the names of most spokes, of which no other is the beginning, stand alone.
 */
export function entangledSpokes(spokes: readonly Spoke[], platformNames: Iterable<string>): ReadonlySet<Spoke> {
  const names = new Set(spokes.map(({ name }) => name));
  const heads = new Set<string>();
  const entangled = new Set<Spoke>();
  const addHeads = (name: string): boolean => {
    let found = false;
    for (let dash = name.indexOf('-'); dash !== -1; dash = name.indexOf('-', dash + 1)) {
      const head = name.slice(0, dash);
      heads.add(head);
      found ||= names.has(head);
    }
    return found;
  };
  for (const name of platformNames) addHeads(name);
  for (const spoke of spokes) {
    const afterOther = addHeads(spoke.name);
    if (addHeads(parentApplication(spoke.name)) || afterOther) entangled.add(spoke);
  }
  for (const spoke of spokes) if (heads.has(spoke.name)) entangled.add(spoke);
  return entangled;
}
