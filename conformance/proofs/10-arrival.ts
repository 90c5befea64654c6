import { expect, expectEqual } from '../stack/expect.ts';
import { type KubeObject, kinds, nameOf, textAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import type { TimelineEntry } from '../stack/recorder.ts';
import type { Stack } from '../stack/stack.ts';
import { startFleet } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const cluster = { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster' };
const patienceSeconds = 420;

const stateOf = (application: KubeObject) =>
  `${textAt(application, 'status.sync.status')} ${textAt(application, 'status.health.status')}`;

const nameOfEntry = ({ kind, namespace, name }: TimelineEntry) => nameOf({ kind, metadata: { namespace, name } });

async function unfinished({ hub }: Stack): Promise<readonly string[]> {
  const applications = await hub.list(kinds.application);
  return applications
    .filter((application) => stateOf(application) !== 'Synced Healthy')
    .map((application) => {
      const said = `${textAt(application, 'status.operationState.message')} ${JSON.stringify(application.status?.['conditions'] ?? '')}`;
      return `${nameOf(application)}: ${stateOf(application)} ${said.slice(0, 300)}`;
    });
}

/** From nothing but the root Application to a fleet at work: nothing of a spoke comes before its cluster is ACTIVE. */
export default {
  name: 'arrival',
  fresh: true,
  async run(stack, evidence) {
    const { hub, recorder } = stack;
    const fleet = await startFleet(stack);
    const arrived = async () => {
      const clusters = await hub.list(cluster);
      const active = clusters.filter((instance) => textAt(instance, 'status.state') === 'ACTIVE').length;
      return active === fleet.spokes.length && (await unfinished(stack)).length === 0;
    };
    await until('the fleet is Synced and Healthy', arrived, {
      seconds: patienceSeconds,
      stuck: async () => (await unfinished(stack)).join('\n'),
    });
    const applications = await hub.list(kinds.application);
    evidence(`${applications.length} Applications are Synced and Healthy, ${fleet.spokes.length} clusters ACTIVE`);

    // Planned waits of controllers are no fault, and a false alarm would end a sync and delay all that follows.
    const alarms = recorder.entries({ where: ({ health }) => health === 'Degraded' });
    expectEqual([...new Set(alarms.map(nameOfEntry))], [], 'what was Degraded on the way');

    for (const spoke of fleet.spokes) {
      const ready = recorder.first({ kind: 'EKSCluster', name: spoke, where: ({ state }) => state === 'ACTIVE' });
      expect(ready !== undefined, `the recorder did not see the cluster of ${spoke} ACTIVE`);
      const instance = (await hub.list(cluster)).find(({ metadata }) => metadata.name === spoke);
      expectEqual(textAt(instance, 'status.state'), 'ACTIVE', `the cluster of ${spoke}`);
      const guests = applications.filter(
        ({ metadata: { name, labels }, spec }) =>
          labels?.['wheelwright.dev/spoke'] === spoke &&
          name !== `${spoke}-infrastructure` &&
          textAt(spec, 'destination.name') === spoke,
      );
      expect(guests.length > 0, `no Application goes to ${spoke}`);
      for (const { metadata } of guests) {
        const seen = recorder.first({ kind: 'Application', name: metadata.name });
        expect(
          seen !== undefined && seen.revision > ready.revision,
          `${metadata.name} was there before its cluster was ACTIVE`,
        );
      }
      evidence(`${spoke}: ${guests.length} Applications came after its cluster was ACTIVE`);
    }
  },
} satisfies Proof;
