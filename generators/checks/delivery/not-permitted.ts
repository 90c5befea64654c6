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
  summary: 'What is delivered to a spoke is permitted by the rights under which it is delivered.',
  details:
    'Rights are made of what the configuration says, so they fit, unless a patch takes some of them away. The engine would refuse the object long after the merge, and with it all else that it delivers together with it. Only what is in this repository is looked at, not charts and other repositories.',
  good: { 'config/environments/production.yaml': denied('DaemonSet'), 'config/spokes/green.yaml': application },
  bad: { 'config/environments/production.yaml': denied('Deployment'), 'config/spokes/green.yaml': application },
  *run({ engine, units, isNamespaced, locate }) {
    for (const { unit, object, because, why } of engine.refused(units, isNamespaced)) {
      const what = object === undefined ? `goes where it goes` : `delivers ${named(object)}`;
      yield {
        message: `${named(unit.object)} ${what}, which ${why}.`,
        at: locate(because.object, because.path),
        help: 'Permit it there, or deliver it no more.',
      };
    }
  },
});
