import { enabledAddons } from '../../addons/enabled-addons.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (fast: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'versions: {eks: {addons: {aws-ebs-csi-driver: v1.48.0-eksbuild.1}}}',
    'eks: {addons: {aws-ebs-csi-driver: {}}}',
    `addons: {storageClasses: {classes: {gp3: {}, fast: ${fast}}}}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The options of an add-on fit together.',
  details: 'Each option is valid by itself, but what they ask for together cannot be had.',
  good: { 'config/spokes/green.yaml': spoke('{type: io2, iops: 10000}') },
  bad: { 'config/spokes/green.yaml': spoke('{type: io2}') },
  *run({ spokes }) {
    for (const spoke of spokes.values()) {
      for (const { name, addon, context } of enabledAddons(spoke)) {
        for (const { path, message, help } of addon.problems?.(context) ?? []) {
          yield { message, at: spoke.locate(['addons', name, ...path]), help };
        }
      }
    }
  },
});
