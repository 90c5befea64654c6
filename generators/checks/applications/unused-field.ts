import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const chart = 'chart: {repo: "oci://registry.example.com/charts", name: redis, version: 21.0.3}';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: '`set` and `components` change a base, `values` those of a chart; elsewhere they would do nothing.',
  details: 'What comes from a repository of its own is changed there.',
  good: {
    'config/spokes/green.yaml': exampleApplication(
      `{team: checkout, namespace: checkout, ${chart}, values: {replicas: 2}}`,
    ),
  },
  bad: {
    'config/spokes/green.yaml': exampleApplication(
      `{team: checkout, namespace: checkout, ${chart}, set: {replicas: 2}}`,
    ),
  },
  *run({ spokes }) {
    for (const { applications, locate } of spokes.values()) {
      for (const [name, { base, chart, source, components, set, values }] of Object.entries(applications)) {
        if ([base, chart, source].filter((kind) => kind !== undefined).length !== 1) continue;
        const unused: [field: string, needs: string][] = [];
        if (base === undefined && Object.keys(set).length > 0) unused.push(['set', 'base']);
        if (base === undefined && components.length > 0) unused.push(['components', 'base']);
        if (chart === undefined && values !== undefined) unused.push(['values', 'chart']);
        for (const [field, needs] of unused) {
          yield {
            message: `"${field}" of application "${name}" does nothing: it needs \`${needs}\`.`,
            at: locate(['applications', name, field], 'key'),
            help: `Remove it.`,
          };
        }
      }
    }
  },
});
