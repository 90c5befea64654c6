import { unknownName } from '../../diagnostics/unknown-name.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const application = (component: string) =>
  exampleApplication(`{team: checkout, namespace: checkout, base: web-service, components: [${component}]}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A kustomize component that an application uses must be a folder below `spokes/components`.',
  details: 'These are parts of an application, applied to its base; components of spokes stand in `config/components`.',
  good: { 'config/spokes/green.yaml': application('autoscaling') },
  bad: { 'config/spokes/green.yaml': application('autoscalling') },
  *run({ components, spokes }) {
    for (const { applications, locate } of spokes.values()) {
      for (const [application, { components: used }] of Object.entries(applications)) {
        for (const [index, name] of used.entries()) {
          if (components.has(name)) continue;
          const at = locate(['applications', application, 'components', index]);
          const file = `spokes/components/${name}/kustomization.yaml`;
          yield unknownName({ what: 'kustomize component', name, known: components.keys(), file, at });
        }
      }
    }
  },
});
