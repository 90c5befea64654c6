import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const application = exampleApplication('{team: checkout, namespace: checkout, base: web-service}');

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The team of an application must be one that the spoke lists.',
  details: 'Without it the spoke has neither the namespaces of the team nor the project that allows the application.',
  good: { 'config/spokes/green.yaml': application },
  bad: { 'config/spokes/green.yaml': application.replace('teams: [checkout]\n', '') },
  *run({ spokes, teams }) {
    for (const { applications, teams: listed, locate } of spokes.values()) {
      for (const [name, { team }] of Object.entries(applications)) {
        if (listed.includes(team) || !teams.has(team)) continue;
        yield {
          message: `Application "${name}" is of team "${team}", which the spoke does not list.`,
          at: locate(['applications', name, 'team']),
          notes: listed.length > 0 ? [{ message: 'the teams of the spoke', at: locate(['teams']) }] : [],
          help: `Add "${team}" to \`teams\`.`,
        };
      }
    }
  },
});
