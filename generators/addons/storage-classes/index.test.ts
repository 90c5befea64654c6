import { expect, test } from 'vitest';
import { marks } from '../../delivery/argocd/marks.ts';
import { unmarked } from '../../model/marks.ts';
import { printManifest } from '../../yaml/print-yaml.ts';
import { storageClasses } from './index.ts';
import options from './options.ts';
import { storageClassProblems } from './problems.ts';

const problems = (given: unknown) => [...storageClassProblems(options.parse(given))];

test('without options there is one encrypted class, the default one', () => {
  expect(storageClasses(options.parse({}), marks).map(printManifest).join('---\n')).toBe(`apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: gp3
  annotations:
    storageclass.kubernetes.io/is-default-class: "true"
    argocd.argoproj.io/sync-options: Force=true,Replace=true
provisioner: ebs.csi.aws.com
parameters:
  type: gp3
  csi.storage.k8s.io/fstype: ext4
  encrypted: "true"
reclaimPolicy: Delete
allowVolumeExpansion: true
volumeBindingMode: WaitForFirstConsumer
`);
});

test('classes come in the order of their names, one of them the default', () => {
  const classes = {
    standard: {},
    fast: { type: 'io2', iops: 10_000, reclaimPolicy: 'Retain', kmsKey: 'arn:aws:kms:eu-west-1:111122223333:key/a-b' },
  };
  const made = storageClasses(options.parse({ classes, default: 'standard' }), unmarked);
  expect(
    made.map(({ metadata }) => [metadata.name, metadata.annotations?.['storageclass.kubernetes.io/is-default-class']]),
  ).toEqual([
    ['fast', 'false'],
    ['standard', 'true'],
  ]);
  expect(made[0]).toMatchObject({
    reclaimPolicy: 'Retain',
    parameters: { type: 'io2', iops: '10000', kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/a-b' },
  });
});

test('a default class that is not there is a problem', () => {
  expect(problems({ classes: { standard: {} }, default: 'standart' })).toEqual([
    {
      path: ['default'],
      message: 'The default storage class "standart" is none of `classes`. Did you mean "standard"?',
      help: 'Claims that name no class would wait for ever; name one of the classes.',
    },
  ]);
});

test('what EBS does not offer together is a problem', () => {
  const classes = {
    gp3: { iops: 100_000 },
    quick: { throughput: 1000 },
    enough: { throughput: 1000, iops: 4000 },
    io2: { type: 'io2', throughput: 500 },
  };
  expect(problems({ classes }).map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['classes.gp3.iops', 'The storage class "gp3" is of type gp3, which has 3000 to 80000 `iops`, not 100000.'],
    ['classes.io2', 'The storage class "io2" is of type io2 and has no `iops`.'],
    ['classes.io2.throughput', 'The storage class "io2" is of type io2, whose throughput follows from its `iops`.'],
    [
      'classes.quick.throughput',
      'The storage class "quick" has a throughput of 1000 MiB/s and 3000 `iops`; EBS gives at most 0.25 MiB/s for each of them.',
    ],
  ]);
});
