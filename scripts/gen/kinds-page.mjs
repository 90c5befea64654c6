import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'schemas/kubernetes';
const controllerOf = (group) => group.replace('.services.k8s.aws', '');

/** docs/reference/kinds.md: the kinds whose schemas come with the program, by API version. */
export function kindsPage(root) {
  const read = (file) => JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
  const { modules, ack } = read('sources.json');
  const origins = new Map(modules.flatMap(({ crds = [], ...source }) => crds.map((name) => [name, source])));
  const kubernetes = modules.find(({ builtin }) => builtin !== undefined);

  function originOf(group, kind, file) {
    if (file.startsWith('builtin/')) return kubernetes.version;
    const controller = ack[controllerOf(group)];
    return controller?.tag ?? origins.get(`${group}/${kind}`).version;
  }

  const rows = new Map();
  for (const [name, { file, scope }] of Object.entries(read('index.json'))) {
    if (scope === 'File') continue;
    const [kind, , group = ''] = name.split('/').toReversed();
    const apiVersion = name.slice(0, -kind.length - 1);
    const row = rows.get(apiVersion) ?? { origin: originOf(group, kind, file), kinds: [] };
    row.kinds.push(kind);
    rows.set(apiVersion, row);
  }
  const lines = [...rows].map(
    ([apiVersion, { origin, kinds }]) => `| \`${apiVersion}\` | ${origin} | ${kinds.join(', ')} |\n`,
  );
  return `# Kinds

The kinds that are known without being told: graphs may use them, and what is emitted is held against their schemas. The CRDs of
others are given with \`lint --crds\`, or lie in \`hub/\` or \`spokes/\`. Built-in kinds are those of Kubernetes ${kubernetes.version}; those of
AWS are of the ACK controllers' releases.

| API version | release | kinds |
|---|---|---|
${lines.join('')}`;
}
