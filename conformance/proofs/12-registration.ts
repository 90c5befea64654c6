import { expect, expectEqual } from '../stack/expect.ts';
import { type KubeObject, kinds, nameOf, textAt, valueAt } from '../stack/kube-objects.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet } from '../stack/start-fleet.ts';

interface Delivered {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

const accessEntry = { apiVersion: 'eks.services.k8s.aws/v1alpha1', kind: 'AccessEntry' };

const refOf = ({ group, version, kind, namespace, name }: Delivered) => ({
  ...{ apiVersion: group === undefined ? version : `${group}/${version}`, kind, name },
  ...(namespace !== undefined && { namespace }),
});

/** Which role of the hub the graph gave access, by node. */
function argocdRole(entries: readonly KubeObject[], spoke: string): string {
  const entry = entries.find(
    ({ metadata }) =>
      metadata.namespace === `spoke-${spoke}` && metadata.labels?.['kro.run/node-id'] === 'argocdAccess',
  );
  return textAt(entry, 'spec.principalARN');
}

/** The Secret that the graph writes is all that Argo CD needs to come to a cluster: with a token of EKS, as one role. */
export default {
  name: 'registration',
  async run(stack, evidence) {
    const applications = await stack.hub.list(kinds.application);
    const entries = await stack.hub.list(accessEntry);
    for (const name of openFleet(stack).spokes) {
      const spoke = stack.spokes.get(name);
      if (!spoke) throw new Error(`no API server plays ${name}`);
      const visits = spoke.authentications().filter(({ refusal }) => refusal === '');
      expect(visits.length > 0, `nobody came to ${name} with a token of EKS`);
      const roles = [...new Set(visits.map(({ roleArn }) => roleArn))];
      expectEqual(roles, [argocdRole(entries, name)], `who came to ${name}`);
      let arrived = 0;
      for (const application of applications) {
        if (textAt(application, 'spec.destination.name') !== name) continue;
        for (const delivered of (valueAt(application, 'status.resources') ?? []) as readonly Delivered[]) {
          const object = await spoke.kube.get(refOf(delivered));
          const what = `${delivered.kind} ${delivered.name} of ${nameOf(application)}`;
          expect(object !== undefined, `${what} is not on ${name}`);
          arrived += 1;
        }
      }
      expect(arrived > 0, `nothing was delivered to ${name}`);
      evidence(`${name}: Argo CD came as ${roles.join(', ')} and delivered ${arrived} objects, all of which are there`);
    }
  },
} satisfies Proof;
