import type { Manifest } from '../../model/manifest.ts';
import { outputCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const named = ({ kind, metadata }: Manifest): string => `${kind} "${metadata.name}"`;
const denied = (kind: string) =>
  `patches: [{target: {kind: AppProject, name: green-checkout}, patch: [{op: add, path: /spec/namespaceResourceBlacklist/-, value: {group: apps, kind: ${kind}}}]}]\n`;
const application = exampleApplication('{team: checkout, namespace: checkout, base: web-service}');

export default outputCheck({
  severity: 'error',
  over: 'output',
  summary: 'What is delivered is permitted by the rights under which it is delivered.',
  details:
    'Rights are made of what the configuration says, so they fit, unless a patch takes some of them away, or a folder of `hub/manifests` has Applications or projects of its own. The engine would refuse the object long after the merge, and with it all else that it delivers together with it. Only what is in this repository is looked at, not charts and other repositories.',
  good: { 'config/environments/production.yaml': denied('DaemonSet'), 'config/spokes/green.yaml': application },
  bad: { 'config/environments/production.yaml': denied('Deployment'), 'config/spokes/green.yaml': application },
  *run({ engine, units, isNamespaced, isAuthored, locate }) {
    for (const { unit, what, because, why } of engine.refused(units, isNamespaced)) {
      const isForeign = isAuthored(unit.object) && !isAuthored(because.object);
      yield {
        message: `${named(unit.object)} ${what}, which ${why}.`,
        // Where people wrote the Application alone, that is what they can mend.
        at: isForeign ? locate(unit.object, []) : locate(because.object, because.path),
        help: 'Permit it there, or deliver it no more.',
      };
    }
  },
});
