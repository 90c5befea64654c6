import type { Answers } from './answer.ts';

/** The services of which a graph uses one or two kinds. */
const iamAt = 'aws-controllers-k8s/iam-controller v1.8.1 pkg/resource';
const kmsAt = 'aws-controllers-k8s/kms-controller v1.4.1 pkg/resource';

export const iam: Answers = {
  Role: {
    source: `${iamAt}/role: GetRole, ListAttachedRolePolicies, ListRolePolicies, GetRolePolicy, ListRoleTags`,
    fields: {
      name: 'as sent',
      path: 'as sent',
      maxSessionDuration: 'as sent',
      assumeRolePolicyDocument: 'same document',
      policies: 'any order',
      // Compared as texts: what json.marshal makes is what IAM stores and returns.
      inlinePolicies: 'as sent',
      permissionsBoundary: 'as sent',
      tags: 'any order',
    },
  },
  OpenIDConnectProvider: {
    source: `${iamAt}/open_id_connect_provider/hooks.go: GetOpenIDConnectProvider; ACK compares without https://`,
    fields: { url: 'as sent', clientIDs: 'any order', tags: 'any order' },
    filledIn: ['thumbprints'],
  },
};

export const kms: Answers = {
  Key: {
    source: `${kmsAt}/key: DescribeKey, GetKeyRotationStatus, GetKeyPolicy, ListResourceTags`,
    fields: {
      description: 'as sent',
      enableKeyRotation: 'as sent',
      keySpec: 'as sent',
      keyUsage: 'as sent',
      multiRegion: 'as sent',
      origin: 'as sent',
      tags: 'any order',
    },
    filledIn: ['policy'],
  },
  Alias: {
    source: `${kmsAt}/alias: ListAliases`,
    fields: { name: 'as sent', targetKeyID: 'as sent' },
  },
};

export const cloudwatchlogs: Answers = {
  LogGroup: {
    source:
      'aws-controllers-k8s/cloudwatchlogs-controller v1.4.1 pkg/resource/log_group: DescribeLogGroups, ListTagsForResource',
    fields: { name: 'as sent', retentionDays: 'as sent', tags: 'any order' },
  },
};
