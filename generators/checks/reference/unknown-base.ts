import { unknownName } from '../../diagnostics/unknown-name.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A base that an application uses must be a folder below `spokes/bases`.',
  details: 'The overlay of the application is made on top of the base, which is copied into `out/shared/bases`.',
  good: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout, base: web-service}') },
  bad: { 'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout, base: web-servcie}') },
  *run({ bases, spokes }) {
    for (const { applications, locate } of spokes.values()) {
      for (const [application, { base }] of Object.entries(applications)) {
        if (base === undefined || bases.has(base)) continue;
        const at = locate(['applications', application, 'base']);
        const file = `spokes/bases/${base}/kustomization.yaml`;
        yield unknownName({ what: 'base', name: base, known: bases.keys(), file, at });
      }
    }
  },
});
