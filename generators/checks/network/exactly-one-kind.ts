import { bothGiven } from '../both-given.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { blockSuggester } from '../network-ranges.ts';

const kinds = ['cidr', 'use', 'existing'] as const;
/** Prefix length of the range that is suggested where there is none. */
const SUGGESTED = 18;

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary:
    'A spoke has a VPC of its own (`cidr`), a shared one (`use`) or an existing one (`existing`): exactly one of them.',
  details: 'They may come from different layers; `null` in a later layer removes what an earlier one says.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {isolated: true}') },
  *run(fleet) {
    let suggest: ReturnType<typeof blockSuggester> | undefined;
    for (const { name, hub, network, locate } of fleet.spokes.values()) {
      const given = kinds.filter((kind) => network[kind] !== undefined);
      const [first, second] = given;
      if (first === undefined) {
        suggest ??= blockSuggester(fleet);
        const block = suggest(hub, SUGGESTED);
        yield {
          message: `The network of spoke "${name}" has no addresses: one of "cidr", "use" and "existing" is needed.`,
          at: locate(['network']),
          ...(block && { help: `Write \`network: {cidr: ${block}}\`; that range is free.` }),
        };
      } else if (second !== undefined) {
        const what = `The network of spoke "${name}"`;
        yield bothGiven({ what, path: ['network'], first, second, locate });
      }
    }
  },
});
