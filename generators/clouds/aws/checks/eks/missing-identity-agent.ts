import { identitiesOf } from '../../../../addons/addon-parts.ts';
import { enabledAddons } from '../../../../addons/enabled-addons.ts';
import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { removed } from '../../../../diagnostics/removed.ts';
import { fleetCheck } from '../../../../model/check.ts';
import type { Path } from '../../../../source/path.ts';
import { type AwsSpoke, awsSpokes } from '../../aws-spoke.ts';
import { eksAddons as known } from '../../eks-addons.ts';

const AGENT = 'eks-pod-identity-agent';

const spoke = (addons: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `eks: {addons: {${addons}}}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `A spoke with add-ons or applications that have rights in AWS has \`${AGENT}\` too.`,
  details: 'Their pods get credentials from it, on every node; without them vpc-cni gives no pod an address.',
  good: { 'config/spokes/green.yaml': spoke('') },
  bad: { 'config/spokes/green.yaml': spoke(`${AGENT}: null`) },
  *run({ spokes }) {
    for (const spoke of awsSpokes(spokes)) {
      const { name, eks, locate } = spoke;
      if (Object.hasOwn(eks.addons, AGENT)) continue;
      const user = userOf(spoke);
      if (user === undefined) continue;
      const removal = removed(locate, ['eks', 'addons', AGENT]);
      yield {
        message: `The ${user.what} "${user.name}" of spoke "${name}" gets no credentials without "${AGENT}".`,
        ...(removal ?? {
          at: locate(['eks', 'addons', AGENT]),
          help: `Add \`${AGENT}: {}\` to \`eks.addons\`, in config/config.yaml for all spokes.`,
        }),
        notes: [
          ...(removal?.notes ?? []),
          { message: `"${user.name}" is turned on here`, at: locate([...user.in, user.name], 'key') },
        ],
      };
    }
  },
});

/** Whose pods need credentials. */
function userOf(spoke: AwsSpoke): { readonly what: string; readonly name: string; readonly in: Path } | undefined {
  const ofEks = Object.keys(spoke.eks.addons).find((addon) => known[addon]?.identity !== undefined);
  if (ofEks !== undefined) return { what: 'EKS add-on', name: ofEks, in: ['eks', 'addons'] };
  const own = enabledAddons(spoke).find((enabled) => identitiesOf(enabled).length > 0);
  if (own !== undefined) return { what: 'add-on', name: own.name, in: ['addons'] };
  const application = Object.entries(spoke.applications).find(([, { identity }]) => identity !== undefined)?.[0];
  return application === undefined ? undefined : { what: 'application', name: application, in: ['applications'] };
}
