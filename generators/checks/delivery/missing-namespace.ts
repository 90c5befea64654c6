import { comparePositions } from '../../delivery/delivered.ts';
import { outputCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';
import { type NamespaceNeed, namespaceNeeds } from './namespace-needs.ts';

const alerts = (more: string) => ({
  'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'manifests: [alerts]'),
  'hub/manifests/alerts/alerts.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: alerts, namespace: monitoring}\n${more}`,
});

export default outputCheck({
  severity: 'warning',
  over: 'output',
  summary: 'What stands in a namespace of a hub follows the object that makes the namespace.',
  details:
    'Otherwise nothing of its Application is applied: the engine tries again and again, and waits with all that comes later. Kubernetes has `default` and three that begin with `kube-`, and Wheelwright makes those of controllers, accounts, networks and spokes. A namespace that Terraform, a chart or a graph makes is not known: accept the warning there.',
  good: alerts('---\napiVersion: v1\nkind: Namespace\nmetadata: {name: monitoring}\n'),
  bad: alerts(''),
  *run({ engine, to, units, isNamespaced, locate }) {
    // On spokes, namespaces follow from the configuration.
    if (to !== 'hub') return;
    const told = new Set<string>();
    for (const need of namespaceNeeds(units, engine, isNamespaced)) {
      const { unit, namespace, object, made } = need;
      const isLate = made.length > 0;
      const key = `${unit.name} ${namespace}`;
      if (object === undefined || told.has(key) || isThere(need)) continue;
      told.add(key);
      yield {
        message: `${object.kind} "${object.metadata.name}" stands in namespace "${namespace}", which ${isLate ? 'is made later' : 'nobody makes'}.`,
        at: locate(object, ['metadata', 'namespace']),
        help: isLate
          ? 'Let the Namespace have no later wave than what stands in it.'
          : 'Add the Namespace to the folder, or accept this where something else makes it.',
      };
    }
  },
});

/** What comes at the same time fails at first, and is tried again; what waits for what follows it waits for ever. */
function isThere({ made, position }: NamespaceNeed): boolean {
  return made.some((one) => {
    const steps = Math.min(one.position.length, position.length);
    return comparePositions(one.position.slice(0, steps), position.slice(0, steps)) <= 0;
  });
}
