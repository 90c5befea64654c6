import { clouds } from '../../clouds/registry.ts';
import type { DeliveryEngine } from '../../delivery/engine.ts';
import { type OwnGraph, ownGraphs } from '../../kro/own-graphs.ts';
import { groupOf } from '../../kro/rights/cluster-role.ts';
import { isLibraryKind } from '../../model/rgd.ts';
import { engineOf } from '../../owners/engine.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';
import { exampleGraph } from '../example-graph.ts';

const certificate = (apiVersion: string, kind: string) =>
  exampleGraph(
    'mailbox',
    'Mailbox',
    '    - id: certificate',
    '      template:',
    `        apiVersion: ${apiVersion}`,
    `        kind: ${kind}`,
    '        metadata: {name: "${schema.spec.name}"}',
    '        spec: {secretName: "${schema.spec.name}", issuerRef: {name: mail}}',
  );
const hub = { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [mailbox]') };

/** Groups of Kubernetes itself, and those of the programs that every hub has before its library: kro, and what delivers. */
const isThere = (group: string, engine: DeliveryEngine): boolean =>
  !group.includes('.') ||
  ['k8s.io', 'kro.run', ...engine.patches.domains].some((domain) => group === domain || group.endsWith(`.${domain}`));

/** Whether a controller of any cloud serves it. */
const isOfController = (apiVersion: string): boolean =>
  Object.values(clouds).some(({ controllers }) => controllers([apiVersion]).length > 0);

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'The kinds that a graph of a hub uses are there before the graph.',
  details:
    'A graph is taken up by kro only when the cluster has all kinds that it uses, and everything after the library waits for that.  A hub has the kinds of Kubernetes, of kro and of what delivers, of the library, of its own graphs, and of the ACK controllers that are pinned. What else serves a kind is installed with the cluster; manifests of `hub/manifests` come too late.',
  good: { ...hub, 'hub/graphs/mailbox.yaml': exampleGraph('mailbox', 'Mailbox') },
  bad: { ...hub, 'hub/graphs/mailbox.yaml': certificate('cert-manager.io/v1', 'Certificate') },
  *run(fleet) {
    for (const hub of fleet.hubs.values()) {
      const graphs = ownGraphs(hub, fleet);
      for (const graph of graphs) {
        const unserved = unservedKinds(graph, graphs, engineOf(hub));
        if (unserved.length === 0) continue;
        const one = unserved.length === 1;
        yield {
          message: `Nothing that Wheelwright delivers to hub "${hub.name}" serves ${unserved.map((name) => `"${name}"`).join(', ')}, which the graph "${graph.name}" uses.`,
          at: hub.locate(['graphs', hub.graphs.indexOf(graph.name)]),
          help: `Install what serves ${one ? 'it' : 'them'} together with the cluster of the hub, and accept this warning with that as the reason.`,
        };
      }
    }
  },
});

function unservedKinds({ uses }: OwnGraph, graphs: readonly OwnGraph[], engine: DeliveryEngine): readonly string[] {
  const made = graphs.flatMap((graph) => graph.uses.slice(0, 1).map(nameOf));
  const used = uses.filter((one) => {
    const isServed = isThere(groupOf(one.apiVersion), engine) || isOfController(one.apiVersion) || isLibraryKind(one);
    return !isServed && !made.includes(nameOf(one));
  });
  return [...new Set(used.map(nameOf))];
}

const nameOf = ({ apiVersion, kind }: OwnGraph['uses'][number]): string => `${apiVersion}/${kind}`;
