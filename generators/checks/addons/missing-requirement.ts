import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.gen.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (eksAddons: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'versions: {eksAddons: {aws-ebs-csi-driver: v1.48.0-eksbuild.1}}',
    `eksAddons: ${eksAddons}`,
    'addons: {storageClasses: {}}',
  );

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: 'An add-on has beside it what it needs, and not what it cannot bear.',
  details: 'Storage classes without their driver, for one, leave every claim waiting for ever.',
  good: { 'config/spokes/green.yaml': spoke('{aws-ebs-csi-driver: {}}') },
  bad: { 'config/spokes/green.yaml': spoke('{aws-ebs-csi-driver: null}') },
  *run({ spokes }) {
    const registry: Readonly<Record<string, Addon>> = addons;
    for (const spoke of spokes.values()) {
      const isOn = (name: string) => (spoke.addons as Readonly<Record<string, unknown>>)[name] !== undefined;
      for (const name of Object.keys(spoke.addons).filter(isOn)) {
        const { requires = [], requiresEksAddons = [], excludes = [] } = registry[name] ?? {};
        const at = () => spoke.locate(['addons', name], 'key');
        for (const needed of requires.filter((other) => !isOn(other))) {
          yield {
            message: `The add-on "${name}" needs the add-on "${needed}".`,
            at: at(),
            help: `Turn it on with \`addons: {${needed}: {}}\`.`,
          };
        }
        for (const needed of requiresEksAddons.filter((other) => !Object.hasOwn(spoke.eksAddons, other))) {
          yield {
            message: `The add-on "${name}" needs the EKS add-on "${needed}".`,
            at: at(),
            help: `Turn it on with \`eksAddons: {${needed}: {}}\`.`,
          };
        }
        for (const other of excludes.filter(isOn)) {
          yield {
            message: `The add-ons "${name}" and "${other}" exclude each other.`,
            at: at(),
            notes: [{ message: 'the other one', at: spoke.locate(['addons', other], 'key') }],
            help: `Turn one of them off: \`${other}: null\`.`,
          };
        }
      }
    }
  },
});
