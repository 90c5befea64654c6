import type { Fleet, Hub, Spoke } from '../../model/fleet.ts';
import { LONGEST_NAME } from '../../model/names.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { type Claim, hubClaims, spokeClaims } from './claims.ts';
import { entangledSpokes } from './entangled-spokes.ts';

const spoke = (cidr: string, application: string) =>
  exampleSpoke(
    `network: {cidr: ${cidr}}`,
    'teams: [checkout]',
    'applications:',
    `  ${application}: {team: checkout, namespace: checkout, base: web-service}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'No two things on a hub lead to an Argo CD Application or project of the same name.',
  details:
    'The names are made of the names of the spoke and of what it has, joined by a dash, and all stand in one namespace: the second would overwrite the first.',
  good: {
    'config/spokes/eu.yaml': spoke('10.1.0.0/18', 'shop-web'),
    'config/spokes/eu-shop.yaml': spoke('10.2.0.0/18', 'api'),
  },
  bad: {
    'config/spokes/eu.yaml': spoke('10.1.0.0/18', 'shop-web'),
    'config/spokes/eu-shop.yaml': spoke('10.2.0.0/18', 'web'),
  },
  *run(fleet) {
    const spokesOf = new Map<string, Spoke[]>();
    for (const spoke of fleet.spokes.values()) {
      const list = spokesOf.get(spoke.hub);
      if (list === undefined) spokesOf.set(spoke.hub, [spoke]);
      else list.push(spoke);
    }
    for (const hub of fleet.hubs.values()) {
      for (const [claim, other] of clashes(hub, spokesOf.get(hub.name) ?? [], fleet)) {
        yield {
          message: `The ${claim.kind} of ${claim.what} of "${claim.of.name}" would have the name "${claim.name}", which is taken.`,
          at: claim.of.locate(claim.path, 'key'),
          notes: [
            { message: `it is that of ${other.what} of "${other.of.name}"`, at: other.of.locate(other.path, 'key') },
          ],
          help: 'Rename one of the two.',
        };
      }
    }
  },
});

/** At most so much is added to the names of a spoke and of what it has. */
const LONGEST_BETWEEN = 20;

type Clash = readonly [claim: Claim, taken: Claim];

function* clashes(hub: Hub, spokes: readonly Spoke[], fleet: Fleet): Iterable<Clash> {
  const platform = [...hubClaims(hub, fleet)];
  const entangled = entangledSpokes(
    spokes,
    platform.map(({ name }) => name),
  );
  const takeShared = taker();
  yield* takeShared(platform);
  const alike = new Set<string>();
  for (const spoke of spokes) {
    if (entangled.has(spoke)) {
      yield* takeShared(spokeClaims(spoke, fleet));
      continue;
    }
    // Within itself, a spoke is as good as another with the same names, unless some of them are cut.
    const names = [Object.keys(spoke.addons), spoke.teams, Object.keys(spoke.applications)];
    const isShort = names.flat().every((name) => spoke.name.length + name.length + LONGEST_BETWEEN <= LONGEST_NAME);
    const key = [isShort ? [] : spoke.name, ...names].join('/');
    if (!alike.has(key)) yield* taker()(spokeClaims(spoke, fleet));
    alike.add(key);
  }
}

/** Gives every claim to a name that an earlier one has. */
function taker(): (claims: Iterable<Claim>) => Iterable<Clash> {
  const taken = new Map<string, Claim>();
  return function* take(claims) {
    for (const claim of claims) {
      const key = `${claim.kind} ${claim.name}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, claim);
      else yield [claim, other];
    }
  };
}
