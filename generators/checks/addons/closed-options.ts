import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.ts';
import { valueAt } from '../../source/path.ts';
import { isMap } from '../../util/plain-map.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const registry: Readonly<Record<string, Addon>> = addons;

const zones = 'addons: {externalDns: {zones: [Z0123456789ABCDEFGHIJ]}}\n';
const files = (options: string) => ({
  'config/environments/production.yaml': `${zones}versions: {addons: {externalDns: 1.21.1}}\n`,
  'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', `addons: {externalDns: {${options}}}`),
});

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The file of a spoke sets no option of an add-on that says what it may do in the cloud.',
  details:
    'The role of an add-on follows from its options. Who writes the file of a spoke may not give it the zones, the buckets or the roles of others, so options that say which are for layers, which belong to the platform team.',
  good: files('sources: [service]'),
  bad: files('zones: [Z9876543210ABCDEFGHIJ]'),
  *run({ spokes, written }) {
    for (const [name, { locate }] of spokes) {
      const own = valueAt(written.get(name), ['addons']);
      if (!isMap(own)) continue;
      for (const [addon, options] of Object.entries(own)) {
        if (!isMap(options)) continue;
        for (const option of registry[addon]?.closedOptions ?? []) {
          if (!Object.hasOwn(options, option)) continue;
          yield {
            message: `The file of a spoke may not set "${option}" of the add-on "${addon}": it says what the add-on may do in the cloud.`,
            at: locate(['addons', addon, option]),
            help: 'Move it to a layer, such as the environment, which the platform team owns.',
          };
        }
      }
    }
  },
});
