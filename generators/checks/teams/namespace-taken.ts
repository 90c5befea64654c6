import type { Addon } from '../../addons/addon.ts';
import { addons as registry } from '../../addons/registry.ts';
import type { Fleet, Spoke } from '../../model/fleet.ts';
import type { Origin } from '../../source/origin.ts';
import { takenTwice } from '../../util/taken-twice.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke, exampleTeam } from '../example-files.ts';

const spoke = { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [checkout, search]') };

interface Holder {
  readonly namespace: string;
  readonly label: string;
  readonly at: () => Origin;
}

/** Who has which namespaces on a spoke; teams in the order in which it lists them. */
function* holders({ addons, teams, locate }: Spoke, fleet: Fleet): Iterable<Holder> {
  for (const [name, options] of Object.entries(addons)) {
    const addon = (registry as Readonly<Record<string, Addon>>)[name];
    if (options === undefined || addon === undefined || addon.namespace.ownedBy === 'cluster') continue;
    const at = () => locate(['addons', name], 'key');
    yield { namespace: addon.namespace.name, label: `add-on "${name}"`, at };
  }
  for (const team of teams.map((name) => fleet.teams.get(name))) {
    for (const namespace of Object.keys(team?.namespaces ?? {})) {
      const at = () => team?.locate(['namespaces', namespace], 'key') ?? {};
      yield { namespace, label: `team "${team?.name}"`, at };
    }
  }
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'On a spoke, a namespace belongs to one team, and to no add-on.',
  details:
    'Rights, bounds and network policies of a namespace are those of its team; two of them would overwrite each other.',
  good: { ...spoke, 'config/teams/search.yaml': exampleTeam('namespaces: {search: {}}') },
  bad: { ...spoke, 'config/teams/search.yaml': exampleTeam('namespaces: {checkout: {}}') },
  *run(fleet) {
    // Spokes with the same teams and add-ons need one look.
    const seen = new Set<string>();
    for (const spoke of fleet.spokes.values()) {
      if (spoke.teams.length === 0) continue;
      const key = `${spoke.teams.join(' ')}/${Object.keys(spoke.addons).join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const [{ namespace, label, at }, other] of takenTwice(holders(spoke, fleet), (holder) => holder.namespace)) {
        if (other.label === label) continue;
        yield {
          message: `On spoke "${spoke.name}", both ${other.label} and ${label} have the namespace "${namespace}".`,
          at: at(),
          notes: [
            { message: `${other.label} has it here`, at: other.at() },
            { message: 'the spoke lists its teams here', at: spoke.locate(['teams']) },
          ],
          help: 'Rename one of them, or do not list both on one spoke.',
        };
      }
    }
  },
});
