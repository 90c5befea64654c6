import { fleetCheck } from '../check.ts';
import { exampleTeam } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'No team has `default` or a namespace that begins with `kube-`.',
  details:
    'They exist on every cluster and belong to Kubernetes: a quota or a closed network in them stops the cluster itself.',
  good: { 'config/teams/search.yaml': exampleTeam('namespaces: {search: {}}') },
  bad: { 'config/teams/search.yaml': exampleTeam('namespaces: {kube-public: {}}') },
  *run({ teams }) {
    for (const { name, namespaces, locate } of teams.values()) {
      for (const namespace of Object.keys(namespaces)) {
        if (namespace !== 'default' && !namespace.startsWith('kube-')) continue;
        yield {
          message: `The namespace "${namespace}" belongs to Kubernetes, not to team "${name}".`,
          at: locate(['namespaces', namespace], 'key'),
          help: 'Choose another name.',
        };
      }
    }
  },
});
