import { eksAddons as known } from '../../clouds/aws/eks-addons.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { removed } from '../removed.ts';

const AGENT = 'eks-pod-identity-agent';

const spoke = (addons: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `eksAddons: {${addons}}`);

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: `A spoke with EKS add-ons that have rights in AWS has \`${AGENT}\` too.`,
  details: 'Their pods get credentials from it, on every node; without them vpc-cni gives no pod an address.',
  good: { 'config/spokes/green.yaml': spoke('') },
  bad: { 'config/spokes/green.yaml': spoke(`${AGENT}: null`) },
  *run({ spokes }) {
    for (const { name, eksAddons, locate } of spokes.values()) {
      if (Object.hasOwn(eksAddons, AGENT)) continue;
      const user = Object.keys(eksAddons).find((addon) => known[addon]?.identity !== undefined);
      if (user === undefined) continue;
      const removal = removed(locate, ['eksAddons', AGENT]);
      yield {
        message: `The EKS add-on "${user}" of spoke "${name}" gets no credentials without "${AGENT}".`,
        ...(removal ?? {
          at: locate(['eksAddons', AGENT]),
          help: `Add \`${AGENT}: {}\` to \`eksAddons\`, in config/config.yaml for all spokes.`,
        }),
        notes: [
          ...(removal?.notes ?? []),
          { message: `"${user}" is turned on here`, at: locate(['eksAddons', user], 'key') },
        ],
      };
    }
  },
});
