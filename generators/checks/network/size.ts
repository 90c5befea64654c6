import { fleetCheck } from '../check.ts';
import { cidrFields } from '../cidr-fields.ts';
import { exampleSpoke } from '../example-files.ts';
import { fitsLayout, LARGEST_VPC, SMALLEST_VPC, soundCidr } from '../network-ranges.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `The range of a VPC is /${LARGEST_VPC} to /${SMALLEST_VPC}.`,
  details:
    'AWS makes no VPC larger than /16. In one smaller than /22 the subnets would be smaller than /28, the least that AWS makes.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/22}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/23}') },
  *run(fleet) {
    for (const { text, of, path } of cidrFields(fleet, ['vpc'])) {
      const cidr = soundCidr(text);
      if (cidr === undefined || fitsLayout(cidr)) continue;
      const size = cidr.prefix < LARGEST_VPC ? 'large' : 'small';
      yield {
        message: `"${text}" is too ${size} for a VPC: it must be /${LARGEST_VPC} to /${SMALLEST_VPC}.`,
        at: of.locate(path),
        help: `Write /${size === 'large' ? LARGEST_VPC : SMALLEST_VPC}, or another prefix between them.`,
      };
    }
  },
});
