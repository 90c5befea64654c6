import type { Problem } from '../../diagnostics/diagnostic.ts';
import { readOwnGraph } from '../../kro/own-graphs.ts';
import type { AuthoredFile } from '../../model/fleet.ts';
import { everyGraph } from '../../rgds/library.ts';
import { fleetCheck } from '../check.ts';
import { exampleHub } from '../example-files.ts';
import { exampleGraph } from '../example-graph.ts';

const hub = { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [mailbox]') };

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A file of `hub/graphs` that a hub lists holds one graph, which has the name of the file.',
  details:
    'So two graphs of a hub never have the same name, and who sees one on the hub knows its file. Instances, and whatever else belongs to it, stand in `hub/manifests`. Names of the graphs of the library are taken.',
  good: { ...hub, 'hub/graphs/mailbox.yaml': exampleGraph('mailbox', 'Mailbox') },
  bad: { ...hub, 'hub/graphs/mailbox.yaml': exampleGraph('mail-box', 'Mailbox') },
  *run({ graphs, hubs }) {
    for (const { graphs: listed, locate } of hubs.values()) {
      for (const [index, name] of listed.entries()) {
        const file = graphs.get(name);
        const fault = file && faultOf(file);
        if (fault === undefined) continue;
        const first = { span: { source: file?.source ?? { path: '', text: '' }, start: 0, end: 0 } };
        yield { ...fault, at: locate(['graphs', index]), notes: [{ message: 'the file is here', at: first }] };
      }
    }
  },
});

function faultOf(file: AuthoredFile): Pick<Problem, 'message' | 'help'> | undefined {
  const { name, source } = file;
  const graph = readOwnGraph(file);
  if (graph === undefined)
    return {
      message: `"${source.path}" must hold one ResourceGraphDefinition and nothing else.`,
      help: 'Give each graph a file of its own, and move other objects to a folder below hub/manifests.',
    };
  if (graph.name !== name)
    return {
      message: `The graph in "${source.path}" has the name "${graph.name}", not that of its file.`,
      help: `Write \`metadata: {name: ${name}}\` in ${source.path}.`,
    };
  if (everyGraph.some((one) => one.name === name))
    return {
      message: `"${name}" is a graph of the library.`,
      help: 'Rename the file and the graph in it, and write that name here.',
    };
  return undefined;
}
