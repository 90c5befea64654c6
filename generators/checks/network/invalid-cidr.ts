import { parseCidr } from '../../util/cidr.ts';
import { fleetCheck } from '../check.ts';
import { cidrFields } from '../cidr-fields.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'An address range is an IPv4 address and a prefix length, as in `10.1.0.0/18`.',
  details: 'Four numbers from 0 to 255 without leading zeros, and a prefix length from 0 to 32.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.256.0/18}') },
  *run(fleet) {
    for (const { text, of, path } of cidrFields(fleet)) {
      if (parseCidr(text) === undefined) {
        yield { message: `"${text}" is no IPv4 range.`, at: of.locate(path), help: 'Write it as in 10.1.0.0/18.' };
      }
    }
  },
});
