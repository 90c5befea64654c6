import type { Addon } from '../../addons/addon.ts';
import { addons } from '../../addons/registry.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Spoke } from '../../model/fleet.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { isKey, laterFirst } from '../later-place.ts';

const spoke = (eksAddons: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'versions: {eks: {addons: {aws-ebs-csi-driver: v1.48.0-eksbuild.1}}}',
    `eks: {addons: ${eksAddons}}`,
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
        for (const needed of requires.filter((other) => !isOn(other))) yield missing(spoke, name, 'add-on', needed);
        for (const needed of requiresEksAddons.filter((other) => !Object.hasOwn(spoke.eks.addons, other)))
          yield missing(spoke, name, 'EKS add-on', needed);
        for (const other of excludes.filter(isOn)) {
          const [at, second] = laterFirst(
            spoke.locate(['addons', name], 'key'),
            spoke.locate(['addons', other], 'key'),
          );
          yield {
            message: `The add-ons "${name}" and "${other}" of spoke "${spoke.name}" exclude each other.`,
            at,
            notes: [{ message: 'the other one', at: second }],
            help: `Turn one of them off: \`${other}: null\`.`,
          };
        }
      }
    }
  },
});

/** Told where the last word was said: where the add-on is turned on, or where a later layer turns off what it needs. */
function missing(spoke: Spoke, name: string, kind: 'add-on' | 'EKS add-on', needed: string): Problem {
  const field = kind === 'add-on' ? ['addons'] : ['eks', 'addons'];
  const on = spoke.locate(['addons', name], 'key');
  const off = spoke.locate([...field, needed], 'key');
  const isNamed = isKey(off, needed);
  const isOff = isNamed && laterFirst(on, off)[0] === off;
  return {
    message: `The add-on "${name}" of spoke "${spoke.name}" needs the ${kind} "${needed}"${isOff ? ', which is turned off' : ''}.`,
    at: isOff ? off : on,
    notes: [
      ...(isOff ? [{ message: `"${name}" is turned on here`, at: on }] : []),
      ...(isNamed ? [{ message: 'an empty value, or `null`, removes it here', at: off }] : []),
    ],
    help: isOff
      ? `Turn off what needs it as well: \`addons: {${name}: null}\`.`
      : `Turn it on with \`${inFlow(field, `{${needed}: {}}`)}\`.`,
  };
}

const inFlow = (path: readonly string[], value: string): string =>
  path
    .toReversed()
    .reduce((inner, field, index) => (index === 0 ? `${field}: ${inner}` : `${field}: {${inner}}`), value);
