import type { Manifest } from '../../model/manifest.ts';
import type { Mark } from '../../model/marks.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';
import { storageClassProblems } from './problems.ts';

type StorageClass = Options['classes'][string];

export default defineAddon<Options>({
  summary: 'Storage classes for EBS volumes: encrypted, growing, one of them the default.',
  namespace: { name: 'kube-system', ownedBy: 'cluster' },
  stage: 'system',
  clouds: {
    aws: {
      requires: [{ managed: 'aws-ebs-csi-driver' }],
      manifests: ({ options }, mark) => storageClasses(options, mark),
    },
  },
  recommended: { inInit: true },
  problems: ({ options }) => storageClassProblems(options),
});

/** The same for every spoke with these options. */
export function storageClasses({ classes, default: chosen }: Options, mark: Mark): readonly Manifest[] {
  return sortedEntries(classes).map(([name, options]) => storageClass(name, options, name === chosen, mark));
}

function storageClass(name: string, options: StorageClass, isDefault: boolean, mark: Mark): Manifest {
  const { type, iops, throughput, fileSystem, kmsKey, reclaimPolicy } = options;
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      annotations: {
        'storageclass.kubernetes.io/is-default-class': String(isDefault),
        // Nothing of a storage class but labels and annotations can change, and no volume depends on it once it is made.
        ...mark({ retention: 'prune', immutable: true }),
      },
    },
    provisioner: 'ebs.csi.aws.com',
    parameters: {
      type,
      'csi.storage.k8s.io/fstype': fileSystem,
      encrypted: 'true',
      ...(kmsKey !== undefined && { kmsKeyId: kmsKey }),
      ...(iops !== undefined && { iops: String(iops) }),
      ...(throughput !== undefined && { throughput: String(throughput) }),
    },
    reclaimPolicy,
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
  };
}
