import type { Problem } from '../../../../diagnostics/diagnostic.ts';
import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import type { Spoke } from '../../../../model/fleet.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import { eksAddons as known } from '../../eks-addons.ts';
import { kubernetesVersions } from '../../kubernetes-versions.ts';

/** Minor versions by which kube-proxy may be older than the API server. https://kubernetes.io/releases/version-skew-policy/#kube-proxy */
const SKEW = 3;
const PROXY = 'kube-proxy';

const spoke = (kubernetes: string) =>
  exampleSpoke('network: {cidr: 10.1.0.0/18}', `versions: {kubernetes: "${kubernetes}"}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The version of an EKS add-on can exist, and kube-proxy fits the Kubernetes of the spoke.',
  details:
    'The version of kube-proxy is that of a Kubernetes: it is never newer than the API server, and at most three minor versions older. Of other add-ons only the newest major version is known here; whether AWS has one for this Kubernetes says `aws eks describe-addon-versions`.',
  good: { 'config/spokes/green.yaml': spoke('1.36') },
  bad: { 'config/spokes/green.yaml': spoke('1.34') },
  *run({ spokes }) {
    for (const spoke of awsSpokes(spokes)) {
      for (const name of Object.keys(spoke.eks.addons)) {
        const version = spoke.versions.eks.addons[name];
        const problem = version === undefined ? undefined : judge(name, version, spoke);
        if (problem !== undefined) yield { ...problem, at: spoke.locate(['versions', 'eks', 'addons', name]) };
      }
    }
  },
});

function judge(name: string, version: string, { name: spoke, versions, locate }: Spoke): Problem | undefined {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  const newest = known[name]?.major ?? major;
  if (major > newest) {
    return {
      message: `There is no version "${version}" of the EKS add-on "${name}": the newest that is known begins with "v${newest}".`,
      help: `See what AWS has: \`aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${versions.kubernetes}\`.`,
    };
  }
  const server = Number(versions.kubernetes.split('.')[1]);
  if (name !== PROXY || !kubernetesVersions.includes(versions.kubernetes)) return undefined;
  if (minor <= server && minor >= server - SKEW) return undefined;
  return {
    message: `${PROXY} "${version}" is ${minor > server ? 'newer' : 'too old'} for Kubernetes "${versions.kubernetes}" of spoke "${spoke}".`,
    notes: [{ message: 'its Kubernetes', at: locate(['versions', 'kubernetes']) }],
    help: `Pin a v1.${server} for it, where this Kubernetes is set: \`versions: {eks: {addons: {${PROXY}: v1.${server}.…}}}\`.`,
  };
}
