import { didYouMean } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: "The namespace of an application must be one of its team's.",
  details: 'The project of the team allows its own namespaces and no others, so Argo CD would refuse the application.',
  good: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout, base: web-service}') },
  bad: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: chekout, base: web-service}') },
  *run({ spokes, teams }) {
    for (const { applications, locate } of spokes.values()) {
      for (const [name, { team: owner, namespace }] of Object.entries(applications)) {
        const team = teams.get(owner);
        if (team === undefined || Object.hasOwn(team.namespaces, namespace)) continue;
        yield {
          message: `"${namespace}" is no namespace of team "${owner}".${didYouMean(namespace, Object.keys(team.namespaces))}`,
          at: locate(['applications', name, 'namespace']),
          notes: [{ message: 'the namespaces of the team', at: team.locate(['namespaces'], 'key') }],
          help: `Choose one of them, or add "${namespace}" to ${team.file}.`,
        };
      }
    }
  },
});
