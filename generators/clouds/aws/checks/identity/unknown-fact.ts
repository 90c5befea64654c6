import { fleetCheck } from '../../../../model/check.ts';
import { unknownFacts } from '../../../../model/fill-in.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import { didYouMean } from '../../../../util/did-you-mean.ts';
import { askedIdentities } from '../../iam/asked-identities.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'What stands in braces in a resource is a fact of the spoke.',
  details: 'Anything else would stay as it is, and no resource has braces in its name.',
  good: exampleIdentity('{actions: ["s3:GetObject"], resources: ["arn:{partition}:s3:::{spoke}-shop/*"]}'),
  bad: exampleIdentity('{actions: ["s3:GetObject"], resources: ["arn:{partition}:s3:::{spok}-shop/*"]}'),
  *run(fleet) {
    for (const { spoke, identity, path } of askedIdentities(fleet.spokes)) {
      const facts = textFactsOf(spoke, fleet);
      const names = Object.keys(facts);
      for (const [index, { resources }] of identity.statements.entries()) {
        for (const [at, resource] of resources.entries()) {
          for (const name of unknownFacts(resource, facts))
            yield {
              message: `"{${name}}" is no fact of a spoke.${didYouMean(name, names)}`,
              at: spoke.locate([...path, 'statements', index, 'resources', at]),
              help: `Write one of ${names.map((one) => `{${one}}`).join(', ')}.`,
            };
        }
      }
    }
  },
});
