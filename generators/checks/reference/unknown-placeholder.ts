import type { Problem } from '../../diagnostics/diagnostic.ts';
import { pathFacts, placeholdersOf } from '../../model/path-facts.ts';
import type { Origin } from '../../source/origin.ts';
import { nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const application = (path: string) =>
  exampleApplication(
    `{team: checkout, namespace: checkout, source: {repo: "https://github.com/acme/shop", path: "${path}", revision: v1.0.0}}`,
  );

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: 'What stands in braces in a path of a repository is `{spoke}` or `{environment}`.',
  details:
    'The name of the spoke and of its environment take their place. Anything else would be looked for as it is, and Argo CD finds no such folder. That the folder exists is not known here: nobody looks into the repository before the merge.',
  good: { 'config/spokes/green.yaml': application('env/{environment}/{spoke}') },
  bad: { 'config/spokes/green.yaml': application('env/{enviroment}') },
  *run({ spokes, teams }) {
    for (const { repository, locate } of teams.values()) {
      if (repository !== undefined) yield* unknown(repository.path, locate(['repository', 'path']));
    }
    for (const { applications, locate } of spokes.values()) {
      for (const [name, { source }] of Object.entries(applications)) {
        if (source !== undefined) yield* unknown(source.path, locate(['applications', name, 'source', 'path']));
      }
    }
  },
});

function* unknown(path: string, at: Origin): Generator<Problem> {
  const facts: readonly string[] = pathFacts;
  for (const name of placeholdersOf(path)) {
    if (facts.includes(name)) continue;
    yield {
      message: `"{${name}}" in the path "${path}" stands for nothing.`,
      at,
      help: `Write "${path.replace(`{${name}}`, `{${nearestName(name, facts) ?? 'environment'}}`)}"; \`{spoke}\` and \`{environment}\` are known.`,
    };
  }
}
