import { fleetCheck } from '../../../../model/check.ts';
import { partitionOf } from '../../partition-of.ts';

const account = (region: string) => `id: "333333333333"\nregions: [${region}]\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The regions of a hub and of its accounts are in the partition of the hub.',
  details: 'No role of one AWS partition can be assumed from another: China and GovCloud need hubs of their own.',
  good: { 'config/accounts/second.yaml': account('eu-central-1') },
  bad: { 'config/accounts/second.yaml': account('cn-north-1') },
  *run({ accounts, hubs }) {
    for (const { name, partition, region, locate } of hubs.values()) {
      if (partitionOf(region) === partition) continue;
      yield {
        message: `Region "${region}" of hub "${name}" is not in partition "${partition}".`,
        at: locate(['region']),
        help: `Write \`partition: ${partitionOf(region)}\`, or choose another region.`,
      };
    }
    for (const account of accounts.values()) {
      const hub = hubs.get(account.hub);
      if (hub === undefined || partitionOf(hub.region) !== hub.partition) continue;
      for (const [index, region] of account.regions.entries()) {
        if (partitionOf(region) === hub.partition) continue;
        yield {
          message: `Region "${region}" is in partition "${partitionOf(region)}", hub "${hub.name}" in "${hub.partition}".`,
          at: account.locate(['regions', index]),
          notes: [{ message: 'the region of the hub', at: hub.locate(['region']) }],
          help: 'Remove it, or give the account to a hub of that partition.',
        };
      }
    }
  },
});
