import { describe, expect, test } from 'vitest';
import { type Files, repository } from '../../testing/repository.ts';
import { exampleHub, exampleSpoke } from '../example-files.ts';

/** Where, what, and the help of each diagnostic. */
async function overlaps(files: Files) {
  const { diagnostics } = await repository({ 'config/spokes/blue.yaml': undefined, ...files }).compile();
  return diagnostics.map(({ at, message, notes, help }) => ({
    at: `${at?.span?.source.path} ${at?.span?.source.text.slice(at.span.start, at.span.end)}`,
    message,
    notes: notes.map((note) => note.at?.span?.source.path),
    help,
  }));
}

const spoke = (network: string) => exampleSpoke(`network: {${network}}`);

describe('overlapping networks', () => {
  test('the smaller of two is told, with the place of the larger and a free range', async () => {
    const files = {
      'config/spokes/aa.yaml': spoke('cidr: 10.0.128.0/18'),
      'config/spokes/bb.yaml': spoke('cidr: 10.0.0.0/16'),
    };
    expect(await overlaps(files)).toEqual([
      {
        at: 'config/spokes/aa.yaml 10.0.128.0/18',
        message: '10.0.128.0/18 of spoke "aa" overlaps 10.0.0.0/16 of spoke "bb".',
        notes: ['config/spokes/bb.yaml'],
        help: 'Give "aa" another range; 10.1.0.0/18 is free.',
      },
    ]);
  });

  test('of equal ranges the first by name keeps it, and each other is offered another one', async () => {
    const files = Object.fromEntries(
      ['aa', 'bb', 'cc'].map((name) => [`config/spokes/${name}.yaml`, spoke('cidr: 10.0.0.0/18')]),
    );
    expect((await overlaps(files)).map(({ message, help }) => `${message} ${help}`)).toEqual([
      '10.0.0.0/18 of spoke "bb" overlaps 10.0.0.0/18 of spoke "aa". Give "bb" another range; 10.0.64.0/18 is free.',
      '10.0.0.0/18 of spoke "cc" overlaps 10.0.0.0/18 of spoke "aa". Give "cc" another range; 10.0.128.0/18 is free.',
    ]);
  });

  test('a large range over many small ones is one mistake, at the large one', async () => {
    const small = Array.from({ length: 5 }, (_, index) => [
      `config/spokes/s${index}.yaml`,
      spoke(`cidr: 10.0.${index * 4}.0/22`),
    ]);
    const files = { ...Object.fromEntries(small), 'config/spokes/zz.yaml': spoke('cidr: 10.0.0.0/16') };
    expect(await overlaps(files)).toEqual([
      {
        at: 'config/spokes/zz.yaml 10.0.0.0/16',
        message: '10.0.0.0/16 of spoke "zz" overlaps 10.0.0.0/22 of spoke "s0" and 4 more.',
        notes: ['config/spokes/s0.yaml', 'config/spokes/s1.yaml', 'config/spokes/s2.yaml'],
        help: 'Give "zz" another range; 10.1.0.0/16 is free.',
      },
    ]);
  });

  test('shared and existing networks count, and spokes within them do not clash with them', async () => {
    const existing = (vpc: string) =>
      `existing: {vpcId: ${vpc}, cidr: 10.9.0.0/16, subnets: {private: [subnet-0a1b2c3d, subnet-1a1b2c3d]}}`;
    const files = {
      'config/networks/shared.yaml': 'account: main\nregion: eu-west-1\ncidr: 10.8.0.0/16\nazCount: 3\nnat: single\n',
      'config/spokes/aa.yaml': spoke('use: shared'),
      'config/spokes/bb.yaml': spoke('use: shared'),
      'config/spokes/cc.yaml': spoke(existing('vpc-0a1b2c3d')),
      'config/spokes/dd.yaml': spoke(existing('vpc-0a1b2c3d')),
      'config/spokes/ee.yaml': spoke(existing('vpc-1a1b2c3d')),
      'config/spokes/ff.yaml': spoke('cidr: 10.8.0.0/18'),
    };
    expect((await overlaps(files)).map(({ message }) => message)).toEqual([
      '10.9.0.0/16 of spoke "ee" overlaps 10.9.0.0/16 of spoke "cc".',
      '10.8.0.0/18 of spoke "ff" overlaps 10.8.0.0/16 of network "shared".',
    ]);
  });

  test('networks of two hubs may not overlap, but isolated ones and those of hubs that nothing connects', async () => {
    const second = exampleHub('[10.0.0.0/8]').replace('cluster: hub', 'cluster: second');
    const files = {
      'config/accounts/main.yaml': 'id: "222222222222"\nhub: hub\nregions: [eu-west-1]\n',
      'config/accounts/second.yaml': 'id: "333333333333"\nhub: second\nregions: [eu-west-1]\n',
      'config/hubs/second.yaml': second,
      'config/spokes/aa.yaml': spoke('cidr: 10.0.0.0/16'),
      'config/spokes/bb.yaml': spoke('cidr: 10.0.0.0/16, isolated: true'),
      'config/spokes/cc.yaml': spoke('cidr: 10.0.0.0/16').replace('account: main', 'account: second'),
    };
    expect(await overlaps(files)).toEqual([
      {
        at: 'config/spokes/cc.yaml 10.0.0.0/16',
        message: '10.0.0.0/16 of spoke "cc" overlaps 10.0.0.0/16 of spoke "aa".',
        notes: ['config/spokes/aa.yaml'],
        help: 'Give "cc" another range; 10.1.0.0/16 is free.',
      },
    ]);
    const apart = { 'config/hubs/second.yaml': `${second}routingDomain: second\n` };
    expect(await overlaps({ ...files, ...apart })).toEqual([]);
    const moved = spoke('cidr: 10.1.0.0/16').replace('account: main', 'account: second');
    expect(await overlaps({ ...files, 'config/spokes/cc.yaml': moved })).toEqual([]);
  });

  test('a pool without a free range of the size is said to be full', async () => {
    const files = {
      'config/hubs/hub.yaml': exampleHub('[10.0.0.0/16]'),
      'config/spokes/aa.yaml': spoke('cidr: 10.0.0.0/16'),
      'config/spokes/bb.yaml': spoke('cidr: 10.0.0.0/22'),
    };
    expect((await overlaps(files)).map(({ help }) => help)).toEqual([
      'Give "bb" another range; no range of this size is free in the pools of the hub.',
    ]);
  });
});
