import { canonical, formatCidr, isCanonical, parseCidr } from '../../util/cidr.ts';
import { fleetCheck } from '../check.ts';
import { cidrFields } from '../cidr-fields.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'An address range begins with its first address.',
  details:
    'AWS changes `10.1.5.0/18` to `10.1.0.0/18` by itself; what is in Git and what is there would differ for ever.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.5.0/18}') },
  *run(fleet) {
    for (const { text, of, path } of cidrFields(fleet)) {
      const cidr = parseCidr(text);
      if (cidr === undefined || isCanonical(cidr)) continue;
      const first = formatCidr(canonical(cidr));
      yield {
        message: `"${text}" does not begin with the first address of its range, which is "${first}".`,
        at: of.locate(path),
        help: `Write ${first}.`,
      };
    }
  },
});
