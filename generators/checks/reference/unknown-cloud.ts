import { clouds } from '../../clouds/registry.ts';
import { didYouMean, nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';

const known = Object.keys(clouds);
const account = (cloud: string) => `id: "333333333333"\ncloud: ${cloud}\nregions: [eu-west-1]\n`;

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'The cloud of an account is one that is known here.',
  details: 'Spokes and networks stand in the cloud of their account, which decides what they are made of.',
  good: { 'config/accounts/second.yaml': account('aws') },
  bad: { 'config/accounts/second.yaml': account('awz') },
  *run({ accounts }) {
    for (const { cloud, locate } of accounts.values()) {
      if (known.includes(cloud)) continue;
      const nearest = nearestName(cloud, known);
      yield {
        message: `"${cloud}" is no cloud that is known here.${didYouMean(cloud, known)}`,
        at: locate(['cloud']),
        help: nearest === undefined ? `Known: ${known.join(', ')}.` : `Write "${nearest}".`,
      };
    }
  },
});
