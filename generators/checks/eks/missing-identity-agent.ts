import { eksAddons as known } from '../../clouds/aws/eks-addons.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { removed } from '../removed.ts';

const AGENT = 'eks-pod-identity-agent';

const spoke = (addons: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `eks: {addons: {${addons}}}`);

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: `A spoke with EKS add-ons that have rights in AWS has \`${AGENT}\` too.`,
  details: 'Their pods get credentials from it, on every node; without them vpc-cni gives no pod an address.',
  good: { 'config/spokes/green.yaml': spoke('') },
  bad: { 'config/spokes/green.yaml': spoke(`${AGENT}: null`) },
  *run({ spokes }) {
    for (const { name, eks, locate } of spokes.values()) {
      if (Object.hasOwn(eks.addons, AGENT)) continue;
      const user = Object.keys(eks.addons).find((addon) => known[addon]?.identity !== undefined);
      if (user === undefined) continue;
      const removal = removed(locate, ['eks', 'addons', AGENT]);
      yield {
        message: `The EKS add-on "${user}" of spoke "${name}" gets no credentials without "${AGENT}".`,
        ...(removal ?? {
          at: locate(['eks', 'addons', AGENT]),
          help: `Add \`${AGENT}: {}\` to \`eks.addons\`, in config/config.yaml for all spokes.`,
        }),
        notes: [
          ...(removal?.notes ?? []),
          { message: `"${user}" is turned on here`, at: locate(['eks', 'addons', user], 'key') },
        ],
      };
    }
  },
});
