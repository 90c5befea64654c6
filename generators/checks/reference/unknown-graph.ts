import { unknownName } from '../../diagnostics/unknown-name.ts';
import { everyGraph } from '../../rgds/library.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';
import { exampleGraph } from '../example-graph.ts';

const graph = { 'hub/graphs/mailbox.yaml': exampleGraph('mailbox', 'Mailbox') };

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A graph that a hub lists is a file of `hub/graphs` or a kind of the library.',
  details:
    'A graph of the platform is named by its file, `hub/graphs/<name>.yaml`, and becomes part of the library of the hub, with the rights that kro needs for it. One of the library is named by its kind, and kept although nothing needs it any more.',
  good: { ...graph, 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [mailbox]') },
  bad: { ...graph, 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [mailbx]') },
  *run({ graphs, hubs }) {
    const known = [...graphs.keys(), ...everyGraph.map(({ kind }) => kind)];
    for (const hub of hubs.values()) {
      for (const [index, name] of hub.graphs.entries()) {
        if (known.includes(name)) continue;
        const at = hub.locate(['graphs', index]);
        yield unknownName({ what: 'graph', name, known, file: `hub/graphs/${name}.yaml`, at });
      }
    }
  },
});
