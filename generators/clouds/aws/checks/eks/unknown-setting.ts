import { fleetCheck } from '../../../../model/check.ts';
import type { Path } from '../../../../source/path.ts';
import { nearestName } from '../../../../util/did-you-mean.ts';
import { isMap } from '../../../../util/plain-map.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import type { EksAddonSettings } from '../../eks-addon-settings.ts';
import { eksAddons as known } from '../../eks-addons.ts';
import { SLIP } from '../../meant-addon.ts';

const layer = (setting: string) => `eks: {addons: {vpc-cni: {configuration: {${setting}: "true"}}}}\n`;

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'A setting of an EKS add-on is not a slip of the pen.',
  details:
    'AWS refuses a key that the schema of the add-on does not have, when the add-on is made or changed. The schema belongs to the version and is not known here; the usual keys of vpc-cni, coredns and kube-proxy are.',
  good: { 'config/environments/production.yaml': layer('enableNetworkPolicy') },
  bad: { 'config/environments/production.yaml': layer('enableNetworkPolcy') },
  *run({ spokes }) {
    for (const { eks, locate } of awsSpokes(spokes)) {
      for (const [addon, { configuration }] of Object.entries(eks.addons)) {
        const settings = known[addon]?.settings;
        if (settings === undefined) continue;
        for (const [path, near] of slips(configuration, settings)) {
          yield {
            message: `"${path.at(-1)}" is no setting of the EKS add-on "${addon}" that is known here. Did you mean "${near}"?`,
            at: locate(['eks', 'addons', addon, 'configuration', ...path], 'key'),
            help: `Write "${near}".`,
          };
        }
      }
    }
  },
});

function* slips(value: unknown, settings: EksAddonSettings): Generator<readonly [path: Path, near: string]> {
  if (!isMap(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const below = settings[key];
    if (Object.hasOwn(settings, key)) {
      if (below !== undefined) for (const [path, near] of slips(inner, below)) yield [[key, ...path], near];
      continue;
    }
    const near = nearestName(key, Object.keys(settings), SLIP);
    if (near !== undefined) yield [[key], near];
  }
}
