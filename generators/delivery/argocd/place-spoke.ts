import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Spoke } from '../../model/fleet.ts';
import type { Trace } from '../../model/manifest.ts';
import { spokeNamespace } from '../../model/out-paths.ts';
import type { OutputFile } from '../../model/output.ts';
import type { Path } from '../../source/path.ts';
import type { Placed, SpokeDelivery } from '../engine.ts';
import { appProject } from './app-project.ts';
import { type ApplicationOptions, application } from './application.ts';
import { parametersFolder, parentFolder } from './paths.ts';

/** What makes the parent of a spoke, and what that syncs: rights and bundles. */
export function placeSpoke(spoke: Spoke, fleet: Fleet, { bundles, rights }: SpokeDelivery): readonly Placed[] {
  const labels = { 'wheelwright.dev/spoke': spoke.name };
  const folder = parentFolder(spoke);
  return [
    ...(spoke.lifecycle === 'retired' ? [] : [parameters(spoke)]),
    {
      path: `${folder}/projects.yaml`,
      manifests: rights.map((project) => appProject(project, 2, labels)),
    },
    {
      path: `${folder}/applications.yaml`,
      manifests: bundles.map((bundle) => application(bundle, fleet, optionsOf(bundle, labels))),
      traces: (index) => tracesOf(bundles[index]),
    },
  ];
}

/** Parameters of the fleet's ApplicationSet, one per line. */
function parameters(spoke: Spoke): OutputFile {
  const { name, environment, account, region } = spoke;
  const values = { name, environment, account, region, namespace: spokeNamespace(name), path: parentFolder(spoke) };
  return { path: `${parametersFolder(spoke.hub)}/${name}.json`, content: `${JSON.stringify(values, undefined, 2)}\n` };
}

function optionsOf({ confirmDeletion }: Bundle, labels: Readonly<Record<string, string>>): ApplicationOptions {
  return { labels, cascade: true, ...(confirmDeletion && { objectOptions: 'Prune=confirm,Delete=confirm' }) };
}

/** What of an Application somebody wrote. */
function tracesOf(bundle: Bundle | undefined): readonly Trace[] {
  const { source, namespace, values } = bundle?.traces ?? {};
  const at = (path: Path, from: Path | undefined): readonly Trace[] => (from === undefined ? [] : [{ at: path, from }]);
  return [
    ...at(['spec', 'source'], source),
    ...at(['spec', 'destination', 'namespace'], namespace),
    ...at(['spec', 'source', 'helm', 'valuesObject'], values),
  ];
}
