import { bootstrapFolders } from '../../delivery/bootstrap-folders.ts';
import type { Delivered, DeliveredObject, OutFiles } from '../../delivery/delivered.ts';
import type { DeliveryEngine, Placed, Rights } from '../../delivery/engine.ts';
import { folderReader } from '../../delivery/read-folder.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Manifest } from '../../model/manifest.ts';
import { parentApplication } from '../../model/names.ts';
import { bootstrapFile, hubFolder, spokeFolder } from '../../model/out-paths.ts';

const NAMESPACE = 'post';

/**
 * The smallest engine that there can be, as an example of the contract: a postman on the hub, who takes every ConfigMap of
 * his namespace for a letter and carries the folder of `out/` that it names to a cluster.
 */
export const fakeEngine: DeliveryEngine = {
  name: 'post',
  variant: 'post',
  // Nothing here names a spoke: each puts the letter about itself beside those of the hub.
  hub: (hub, _fleet, { bundles, rights }) => [
    { path: bootstrapFile(hub), manifests: [letter(toHub(hub.name, hubPost(hub.name)))] },
    { path: `${hubPost(hub.name)}/letters.yaml`, manifests: [...rights.map(account), ...bundles.map(letter)] },
  ],
  spoke: (spoke, _fleet, { bundles, rights }) => {
    const folder = `${spokeFolder(spoke)}/post` as const;
    const parent: Placed = {
      path: `${hubPost(spoke.hub)}/${spoke.name}.yaml`,
      manifests: [letter(toHub(parentApplication(spoke.name), folder))],
    };
    return [
      // The letter about a spoke that is retired is gone.
      ...(spoke.lifecycle === 'retired' ? [] : [parent]),
      {
        path: `${folder}/letters.yaml`,
        manifests: [...rights.map(account), ...bundles.map(letter)],
        // What a person wrote of a letter stands in its data.
        traces: (index) => {
          const from = bundles[index - rights.length]?.traces?.namespace;
          return from === undefined ? [] : [{ at: ['data', 'namespace'], from }];
        },
      },
    ];
  },
  namespace: NAMESPACE,
  kinds: { bundle: 'ConfigMap', rights: 'ServiceAccount' },
  own: [{ kind: 'ServiceAccount', name: 'postman' }],
  marks: ({ retention, order }) => ({ [RETENTION]: retention, ...(order !== undefined && { [ORDER]: String(order) }) }),
  registration: ({ name, server }) => ({
    resources: [
      {
        id: 'address',
        template: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: `address-\${${name}}`, namespace: 'addresses' },
          data: { server: `\${${server}}` },
        },
      },
    ],
  }),
  patches: { domains: ['post.example'], rules: [] },
  deliver: (files) => [...bootstrapFolders(files)].flatMap(([hub, folder]) => deliverLetters(hub, folder, files)),
  refused: () => [],
  leave: (spoke, { goes, command }) => [
    { text: `Tell the postman to forget ${spoke.name}. ${goes}`, commands: [command] },
  ],
};

const RETENTION = 'post.example/retention';
const ORDER = 'post.example/order';

const hubPost = (hub: string) => `${hubFolder(hub)}/post` as const;

const toHub = (name: string, path: string): Bundle => ({
  ...{ name, wave: 0, project: '', cluster: 'hub', namespace: NAMESPACE },
  source: { kind: 'path', path },
});

const account = ({ name }: Rights): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: NAMESPACE },
});

function letter({ name, wave, cluster, namespace, source, confirmDeletion }: Bundle): Manifest {
  const content = source.kind === 'path' ? { folder: source.path } : { closed: source.repo };
  const annotations = fakeEngine.marks({ retention: confirmDeletion ? 'confirm' : 'prune', order: wave });
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: NAMESPACE, annotations },
    data: { ...content, namespace, ...(cluster !== 'hub' && { spoke: cluster.spoke }) },
  };
}

function deliverLetters(hub: string, bootstrap: string, files: OutFiles): readonly Delivered[] {
  const read = folderReader(files);
  const lettersIn = (folder: string): readonly DeliveredObject[] =>
    read(folder).objects.map((one) => ({ ...one, order: Number(one.object.metadata.annotations?.[ORDER] ?? 0) }));
  const carry = ({ object, file, order }: DeliveredObject, by?: Delivered): readonly Delivered[] => {
    if (object.kind !== 'ConfigMap' || object.metadata.namespace !== NAMESPACE) return [];
    const { spoke, folder, ...said } = object['data'] as Readonly<Record<string, string>>;
    const unit: Delivered = {
      ...{ hub, name: object.metadata.name, object, file, order, ...said },
      ...(by && { by }),
      ...(folder !== undefined && { folder }),
      cluster: spoke === undefined ? 'hub' : { spoke },
      objects: () => (folder === undefined ? [] : lettersIn(folder)),
      problems: () => (folder === undefined ? [] : read(folder).problems),
    };
    return [unit, ...(unit.cluster === 'hub' ? unit.objects().flatMap((inner) => carry(inner, unit)) : [])];
  };
  return lettersIn(bootstrap).flatMap((root) => carry(root));
}
