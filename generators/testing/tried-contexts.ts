import type { Addon, AddonContext } from '../addons/addon.ts';
import { addonOptions } from '../addons/options-registry.ts';
import type { Spoke } from '../model/fleet.ts';

const spoke = {
  name: 'blue',
  cluster: { name: 'blue' },
  cloud: 'aws',
  region: 'eu-west-1',
  network: {},
  tags: {},
  versions: { kubernetes: '1.36', addons: {} },
} as unknown as Spoke;

/** An add-on with each of its examples. */
export function triedContexts(name: string, { examples = [{}] }: Addon): readonly AddonContext<never>[] {
  return examples.map((example) => ({ spoke, options: addonOptions[name]?.parse(example) as never }));
}
