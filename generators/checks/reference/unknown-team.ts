import { unknownName } from '../../diagnostics/unknown-name.ts';
import type { Path } from '../../source/path.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A team that a spoke or an application names must have a file.',
  details: 'Namespaces, rights and bounds of a team stand in its file.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [checkout]') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'teams: [chekcout]') },
  *run({ spokes, teams }) {
    for (const spoke of spokes.values()) {
      const unknown = (name: string, path: Path) =>
        unknownName({
          what: 'team',
          name,
          known: teams.keys(),
          file: `config/teams/${name}.yaml`,
          at: spoke.locate(path),
        });
      for (const [index, team] of spoke.teams.entries()) {
        if (!teams.has(team)) yield unknown(team, ['teams', index]);
      }
      for (const [name, { team }] of Object.entries(spoke.applications)) {
        // A team that is listed was told about where it is listed.
        if (!teams.has(team) && !spoke.teams.includes(team)) yield unknown(team, ['applications', name, 'team']);
      }
    }
  },
});
