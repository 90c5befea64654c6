import { ADDONS_PROJECT } from '../../model/names.ts';
import { fleetCheck } from '../check.ts';
import { exampleTeam } from '../example-files.ts';

const team = exampleTeam('namespaces: {search: {}}');

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `No team is named "${ADDONS_PROJECT}".`,
  details:
    'The Argo CD project of a team on a spoke is named after both, and the add-ons of every spoke have a project too.',
  good: { 'config/teams/search.yaml': team },
  bad: { 'config/teams/addons.yaml': team },
  *run({ teams }) {
    const team = teams.get(ADDONS_PROJECT);
    if (team === undefined) return;
    yield {
      message: `The name "${ADDONS_PROJECT}" is taken: it is that of the project of add-ons on every spoke.`,
      at: team.locate([]),
      help: `Rename ${team.file}.`,
    };
  },
});
