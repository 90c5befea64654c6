import { unknownName } from '../../diagnostics/unknown-name.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';

const account = (hub: string) => `id: "333333333333"\nhub: ${hub}\nregions: [eu-west-1]\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The hub of an account must have a file; an account may leave it out where there is only one.',
  details: 'An account belongs to one hub, whose controllers work in it. The hub of a spoke is that of its account.',
  good: { 'config/accounts/second.yaml': account('hub') },
  bad: { 'config/accounts/second.yaml': account('hbu') },
  *run({ accounts, hubs, recorded }) {
    for (const { name, hub, locate } of accounts.values()) {
      if (hubs.has(hub)) continue;
      const at = locate(['hub']);
      if (hub !== '')
        yield unknownName({
          what: 'hub',
          name: hub,
          known: hubs.keys(),
          file: `config/hubs/${hub}.yaml`,
          at,
          existed: recorded.has(`hubs/${hub}`),
        });
      else {
        yield {
          message: `Account "${name}" does not say which hub works in it.${didYouMean('', hubs.keys())}`,
          at,
          help: 'Write its name under `hub`.',
        };
      }
    }
  },
});
