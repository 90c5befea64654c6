import type { ApplicationSet } from '../../../schemas/types/argoproj.io/ApplicationSet.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { parentApplication } from '../../model/names.ts';
import { ARGOCD_NAMESPACE, CASCADE, HUB_SERVER, syncPolicy } from './application.ts';
import { marks } from './marks.ts';
import { parametersFolder } from './paths.ts';

/**
 * The controller writes this into the set whenever a webhook has come; left out, it would be a difference that Argo CD
 * undoes each time, since a list is compared as a whole.
 */
const overridesNothing = { metadata: {}, spec: { destination: {}, project: '' } };

/**
 * One parent Application per parameter file. Parents outlive their file, all files, and the set itself: neither the
 * policy nor `preserveResourcesOnDeletion` is enough alone, since garbage collection takes them unless the set has a
 * finalizer. A parent has no `manifest-generate-paths`: with it, a commit that arrives while a sync fails is lost.
 */
export function fleetApplicationSet(hub: Hub, fleet: Fleet): ApplicationSet {
  const { url, revision } = fleet.config.repository;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: 'fleet',
      namespace: ARGOCD_NAMESPACE,
      annotations: marks({ retention: 'confirm' }),
      finalizers: [CASCADE],
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: {
            repoURL: url,
            revision,
            pathParamPrefix: 'file',
            files: [{ path: `${parametersFolder(hub.name)}/*.json` }],
            template: overridesNothing,
          },
        },
      ],
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          name: parentApplication('{{ .name }}'),
          labels: {
            'wheelwright.dev/spoke': '{{ .name }}',
            'wheelwright.dev/environment': '{{ .environment }}',
            'wheelwright.dev/account': '{{ .account }}',
            'wheelwright.dev/region': '{{ .region }}',
          },
          finalizers: [CASCADE],
        },
        spec: {
          project: 'parents',
          source: { repoURL: url, targetRevision: revision, path: '{{ .path }}' },
          destination: { server: HUB_SERVER, namespace: ARGOCD_NAMESPACE },
          syncPolicy: syncPolicy(['FailOnSharedResource=true']),
        },
      },
    },
  };
}
