import { fleetCheck } from '../check.ts';
import { cidrFields } from '../cidr-fields.ts';
import { exampleHub } from '../example-files.ts';
import { soundCidr } from '../network-ranges.ts';
import { isInternal } from '../private-ranges.ts';

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'Address pools and existing VPCs should be of private addresses.',
  details:
    'Others may have the public ones (those outside of RFC 1918 and RFC 6598); what is routed to a VPC can no longer be reached on the internet.',
  good: { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8, 100.64.0.0/10]') },
  bad: { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8, 11.0.0.0/8]') },
  *run(fleet) {
    for (const { text, of, path } of cidrFields(fleet, ['pool', 'existing'])) {
      const cidr = soundCidr(text);
      if (cidr === undefined || isInternal(cidr)) continue;
      yield {
        message: `"${text}" holds public addresses.`,
        at: of.locate(path),
        help: 'Take it from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.',
      };
    }
  },
});
