import { contains } from '../../util/cidr.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';
import { soundCidr } from '../network-ranges.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The address pools of a hub do not overlap.',
  details: 'The smaller one would be part of the larger one and mean nothing; most likely a number is wrong.',
  good: { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8, 172.16.0.0/12]') },
  bad: { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8, 10.16.0.0/12]') },
  *run({ hubs }) {
    for (const { addressPools, locate } of hubs.values()) {
      const cidrs = addressPools.map(soundCidr);
      for (const [index, cidr] of cidrs.entries()) {
        const other = cidrs.findIndex(
          (one, at) =>
            one !== undefined &&
            cidr !== undefined &&
            at !== index &&
            contains(one, cidr) &&
            (one.prefix < cidr.prefix || at < index),
        );
        if (other === -1) continue;
        yield {
          message: `The address pool "${addressPools[index]}" lies within the pool "${addressPools[other]}".`,
          at: locate(['addressPools', index]),
          notes: [{ message: 'the larger pool', at: locate(['addressPools', other]) }],
          help: 'Remove one of them.',
        };
      }
    }
  },
});
