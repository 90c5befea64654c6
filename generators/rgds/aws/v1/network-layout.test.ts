import { expect, test } from 'vitest';
import { existingLayout, ownLayout } from './network-layout.ts';

test('a VPC of ours has its plan and names nothing that exists', () => {
  const layout = ownLayout('eu-west-1', { cidr: '10.0.0.0/16', azCount: 2, nat: 'single', s3Endpoint: true });
  expect(layout.privateSubnets.map(({ az }) => az)).toEqual(['eu-west-1a', 'eu-west-1b']);
  expect(layout.existing).toEqual({ vpcID: '', publicSubnets: [], privateSubnets: [], intraSubnets: [] });
});

test('an existing VPC has the identifiers that were given and makes nothing', () => {
  expect(
    existingLayout({
      vpcId: 'vpc-1',
      cidr: '10.0.0.0/16',
      subnets: { private: ['subnet-1', 'subnet-2'], public: ['subnet-3'], intra: [] },
    }),
  ).toEqual({
    cidr: '',
    publicSubnets: [],
    privateSubnets: [],
    intraSubnets: [],
    nat: 'none',
    s3Endpoint: false,
    existing: {
      vpcID: 'vpc-1',
      publicSubnets: [{ id: 'subnet-3', az: '' }],
      privateSubnets: [
        { id: 'subnet-1', az: '' },
        { id: 'subnet-2', az: '' },
      ],
      intraSubnets: [],
    },
  });
});
