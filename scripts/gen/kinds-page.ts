import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'schemas/kubernetes';

interface Module {
  readonly module: string;
  readonly version: string;
  readonly crds?: readonly string[];
  readonly kinds?: readonly string[];
  readonly builtin?: unknown;
}
interface Sources {
  readonly modules: readonly Module[];
  readonly ack: Readonly<Record<string, { readonly tag: string }>>;
  readonly unserved: readonly { readonly project: string; readonly groups: readonly string[]; readonly crds: string }[];
}
type Index = Readonly<Record<string, { readonly file: string; readonly scope: string }>>;

const controllerOf = (group: string) => group.replace('.services.k8s.aws', '');

const namesOf = ({ crds = [], kinds = [] }: Module) => [...crds, ...kinds];

/** docs/reference/kinds.md: the kinds whose schemas come with the program, by API version. */
export function kindsPage(root: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
  const { modules, ack, unserved } = read('sources.json') as Sources;
  const origins = new Map(modules.flatMap((source) => namesOf(source).map((name) => [name, source])));
  const kubernetes = modules.find(({ builtin }) => builtin !== undefined);

  function originOf(group: string, kind: string, file: string): string {
    if (file.startsWith('builtin/')) return `Kubernetes ${kubernetes?.version}`;
    const controller = ack[controllerOf(group)];
    if (controller !== undefined) return `ACK ${controller.tag}`;
    const origin = origins.get(`${group}/${kind}`);
    if (origin === undefined) throw new Error(`sources.json does not say where ${group}/${kind} is from`);
    return `${origin.module} ${origin.version}`;
  }

  const rows = new Map<string, { readonly apiVersion: string; readonly origin: string; readonly kinds: string[] }>();
  const index = Object.entries({ ...(read('index.json') as Index), ...(read('others.json') as Index) });
  for (const [name, { file, scope }] of index.toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    if (scope === 'File') continue;
    const [kind = '', , group = ''] = name.split('/').toReversed();
    const apiVersion = name.slice(0, -kind.length - 1);
    const origin = originOf(group, kind, file);
    const row = rows.get(`${apiVersion} ${origin}`) ?? { apiVersion, origin, kinds: [] };
    row.kinds.push(kind);
    rows.set(`${apiVersion} ${origin}`, row);
  }
  const lines = [...rows.values()].map(
    ({ apiVersion, origin, kinds }) => `| \`${apiVersion}\` | ${origin} | ${kinds.join(', ')} |\n`,
  );
  const others = unserved.map(
    ({ project, groups, crds }) => `| ${project} | ${groups.map((group) => `\`${group}\``).join(', ')} | ${crds} |\n`,
  );
  return `# Kinds

The kinds that graphs may use without more ado, as these releases have them; of Gateway API, the standard channel; of Argo Workflows,
the full CRDs. What \`build\` writes is held against those of Kubernetes, ACK, Argo CD and kro.

| API version | release | kinds |
|---|---|---|
${lines.join('')}
## Bring your own

All other kinds need their CRDs: give them with \`lint --crds DIR\`, or keep them in \`hub/\` or \`spokes/\`, where \`check\` finds them. A CRD
that is given goes before the kind that is known, so that another release, or another channel, is judged by its own. A cluster that
has one prints it: \`kubectl get crd receivers.notification.toolkit.fluxcd.io -o yaml\`. Of a large folder only those are read that the
graphs use. Not known, as no Go module that can be pinned brings them, are among others:

| project | groups | where its CRDs are |
|---|---|---|
${others.join('')}`;
}
