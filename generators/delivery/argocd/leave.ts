import type { Spoke } from '../../model/fleet.ts';
import { infrastructureApplication, parentApplication } from '../../model/names.ts';
import type { Leaving, Step } from '../engine.ts';
import { ARGOCD_NAMESPACE } from './application.ts';

const kubectl = `kubectl -n ${ARGOCD_NAMESPACE}`;

/**
 * Until the spoke is retired, its workloads go by themselves. Then a person deletes the parent: each confirmation holds the
 * Application that contains what waits for it, so there are two approvals.
 */
export function leave({ name, lifecycle }: Spoke, leaving: Leaving): readonly Step[] {
  const [parent, infrastructure] = [parentApplication(name), infrastructureApplication(name)];
  if (lifecycle !== 'retired') {
    return [
      {
        text: `Wait until of its Applications only ${parent} and ${infrastructure} are left: its applications and add-ons are gone then.`,
        commands: [`${kubectl} get applications -l wheelwright.dev/spoke=${name}`],
      },
    ];
  }
  return [
    {
      text: `Delete the parent Application. Nothing is deleted yet: it waits for an approval. If it is just syncing, end that first (\`argocd app terminate-op ${parent}\`).`,
      commands: [`${kubectl} delete application ${parent} --wait=false`],
    },
    { text: 'Approve that, best by somebody else.', commands: [approve(parent)] },
    {
      text: `Once this prints a time, ${infrastructure} waits for its own approval. ${leaving.goes} This cannot be undone.`,
      commands: [
        `${kubectl} get application ${infrastructure} -o jsonpath='{.metadata.deletionTimestamp}{"\\n"}'`,
        approve(infrastructure),
      ],
    },
    {
      text: 'Wait until neither is found any more.',
      commands: [leaving.command, `${kubectl} get application ${parent}`],
    },
  ];
}

const approve = (application: string): string =>
  `${kubectl} annotate application ${application} --overwrite argocd.argoproj.io/deletion-approved="$(date -u +%Y-%m-%dT%H:%M:%SZ)"`;
