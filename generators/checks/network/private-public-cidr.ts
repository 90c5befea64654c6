import { fleetCheck } from '../check.ts';
import { cidrFields } from '../cidr-fields.ts';
import { exampleSpoke } from '../example-files.ts';
import { soundCidr } from '../network-ranges.ts';
import { isInternal } from '../private-ranges.ts';

const spoke = (range: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `endpoint: {publicCidrs: [${range}]}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'Who may reach the public endpoint is told by public addresses.',
  details:
    'Nobody comes to it from a private one, and EKS refuses them. The same holds for the NAT addresses of the hub.',
  good: { 'config/spokes/green.yaml': spoke('203.0.113.0/24') },
  bad: { 'config/spokes/green.yaml': spoke('192.168.10.0/24') },
  *run(fleet) {
    for (const { text, of, path } of cidrFields(fleet, ['nat', 'public'])) {
      const cidr = soundCidr(text);
      if (cidr === undefined || !isInternal(cidr)) continue;
      const help =
        'Write the public addresses behind which they are. From within the VPC the API can always be reached.';
      yield {
        message: `"${text}" is private; nobody reaches the public endpoint from there.`,
        at: of.locate(path),
        help,
      };
    }
  },
});
