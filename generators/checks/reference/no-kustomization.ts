import { kustomizationNames } from '../../kube/kustomization.ts';
import type { AuthoredFolder, Spoke } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { fleetCheck } from '../check.ts';
import { exampleApplication } from '../example-files.ts';

const application = exampleApplication('{team: checkout, namespace: checkout, base: shop}');
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {ports: [{port: 80}]}\n';

interface Use {
  readonly kind: 'base' | 'component';
  readonly name: string;
  readonly path: Path;
}

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A base or component that an application uses has a kustomization.',
  details:
    'Argo CD runs kustomize on the application, and kustomize takes a folder by its kustomization alone. A folder that no application uses may hold anything.',
  good: {
    'config/spokes/green.yaml': application,
    'spokes/bases/shop/kustomization.yaml': 'resources: [service.yaml]\n',
    'spokes/bases/shop/service.yaml': service,
  },
  bad: { 'config/spokes/green.yaml': application, 'spokes/bases/shop/service.yaml': service },
  *run({ bases, components, spokes }) {
    for (const { applications, locate } of spokes.values()) {
      for (const { kind, name, path } of usesOf(applications)) {
        const folder = (kind === 'base' ? bases : components).get(name);
        if (folder === undefined || kustomizationNames.some((file) => folder.files.has(file))) continue;
        const root = `spokes/${kind}s/${name}`;
        yield {
          message: `The ${kind} "${name}" has no kustomization: ${root} holds ${describe(folder)}.`,
          at: locate(path),
          help: repair(kind, root, folder),
        };
      }
    }
  },
});

type Applications = Spoke['applications'];

function* usesOf(applications: Applications): Generator<Use> {
  for (const [application, { base, components }] of Object.entries(applications)) {
    if (base !== undefined) yield { kind: 'base', name: base, path: ['applications', application, 'base'] };
    for (const [index, name] of components.entries())
      yield { kind: 'component', name, path: ['applications', application, 'components', index] };
  }
}

const isManifest = (file: string): boolean => /\.ya?ml$/.test(file) && !file.includes('/');

function describe({ files }: AuthoredFolder): string {
  if (files.has('Chart.yaml')) return 'a Helm chart';
  const [inner] = innerFolders(files.keys());
  if (inner !== undefined) return `one in "${inner}" only`;
  return [...files.keys()].some(isManifest) ? 'manifests alone' : 'no manifests';
}

/** Folders below it that have one, the nearest first. */
function innerFolders(files: Iterable<string>): readonly string[] {
  const folders = [...files].flatMap((file) => {
    const slash = file.lastIndexOf('/');
    return kustomizationNames.includes(file.slice(slash + 1)) ? [file.slice(0, slash)] : [];
  });
  return folders.sort((a, b) => a.split('/').length - b.split('/').length || byCodePoint(a, b));
}

function repair(kind: Use['kind'], root: string, { files }: AuthoredFolder): string {
  if (files.has('Chart.yaml'))
    return 'Publish the chart in a chart repository, and name it under `chart` in the place of `base`.';
  const [inner] = innerFolders(files.keys());
  const resources = inner === undefined ? [...files.keys()].filter(isManifest).sort(byCodePoint) : [inner];
  if (kind === 'component')
    return `Write ${root}/kustomization.yaml with \`apiVersion: kustomize.config.k8s.io/v1alpha1\`, \`kind: Component\` and what it changes.`;
  if (resources.length > 0) return `Write ${root}/kustomization.yaml: \`resources: [${resources.join(', ')}]\`.`;
  return `Write ${root}/kustomization.yaml, and the manifests that it lists under \`resources\`.`;
}
