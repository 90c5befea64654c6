import { bothGiven } from '../both-given.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const kinds = ['source', 'base', 'chart'] as const;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary:
    'An application comes from a repository (`source`), a local base (`base`) or a chart (`chart`): exactly one of them.',
  details: 'They may come from different layers; `null` in a later layer removes what an earlier one says.',
  good: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout, base: web-service}') },
  bad: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout}') },
  *run({ spokes }) {
    for (const { applications, locate } of spokes.values()) {
      for (const [name, application] of Object.entries(applications)) {
        const [first, second] = kinds.filter((kind) => application[kind] !== undefined);
        if (first === undefined) {
          yield {
            message: `Application "${name}" comes from nowhere: one of "source", "base" and "chart" is needed.`,
            at: locate(['applications', name], 'key'),
            help: 'Name a Git repository under `source`, a folder of spokes/bases under `base`, or a Helm chart under `chart`.',
          };
        } else if (second !== undefined) {
          const path = ['applications', name];
          yield bothGiven({ what: `Application "${name}"`, path, first, second, locate });
        }
      }
    }
  },
});
