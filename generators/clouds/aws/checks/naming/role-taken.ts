import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { takenTwice } from '../../../../util/taken-twice.ts';
import { nameBeginning } from '../../name-beginning.ts';

const digit = { 'config/spokes/1st.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') };
const letter = exampleSpoke('network: {cidr: 10.2.0.0/18}');

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'No two spokes of an account have roles of the same name.',
  details:
    'Names of IAM roles begin with that of the spoke, and with `n-` before it where it begins with a digit. IAM has a name once in an account, whatever the region: two spokes would fight for the role.',
  good: { ...digit, 'config/spokes/first.yaml': letter },
  bad: { ...digit, 'config/spokes/n-1st.yaml': letter },
  *run({ spokes }) {
    for (const [{ name, locate }, other] of takenTwice(
      spokes.values(),
      (spoke) => `${spoke.account} ${nameBeginning(spoke.name)}`,
    )) {
      yield {
        message: `The roles of spoke "${name}" would begin with "${nameBeginning(name)}", as those of spoke "${other.name}" do.`,
        at: locate([]),
        notes: [{ message: `"${other.name}" is here`, at: other.locate([]) }],
        help: 'Give the file of one of them another name.',
      };
    }
  },
});
