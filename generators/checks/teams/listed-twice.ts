import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const spoke = (teams: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `teams: [${teams}]`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A spoke lists a team once.',
  details: 'What the team gets on a spoke has the name of the team, so there is room for it once.',
  good: { 'config/spokes/green.yaml': spoke('checkout') },
  bad: { 'config/spokes/green.yaml': spoke('checkout, checkout') },
  *run({ spokes }) {
    for (const { teams, locate } of spokes.values()) {
      for (const [index, team] of teams.entries()) {
        const first = teams.indexOf(team);
        if (first === index) continue;
        yield {
          message: `The team "${team}" is listed twice.`,
          at: locate(['teams', index]),
          notes: [{ message: 'it stands here first', at: locate(['teams', first]) }],
          help: 'Remove one of them.',
        };
      }
    }
  },
});
