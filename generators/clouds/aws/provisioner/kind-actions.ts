/** What a controller asks AWS for, by what it does to an object. */
export interface KindActions {
  readonly read: readonly string[];
  readonly create: readonly string[];
  readonly change: readonly string[];
  readonly delete: readonly string[];
}

const ec2Tags = ['ec2:CreateTags', 'ec2:DeleteTags'];
const eksTags = ['eks:TagResource', 'eks:UntagResource'];

/**
 * By kind of ACK, of kinds that the library makes. Seen with a recording proxy before the real controllers (ec2 1.20.0, eks
 * 1.20.0, iam 1.8.1, kms 1.4.1, cloudwatchlogs 1.4.1; 2026-11-30) while spokes arrived, changed and left; what only their
 * sources show, and what AWS asks for besides (PassRole, service-linked roles, grants), is among them. Tags travel inside of
 * the calls that create, so these need the action that tags, too.
 */
export const kindActions: Readonly<Record<string, KindActions>> = {
  VPC: {
    read: [
      'ec2:DescribeVpcs',
      'ec2:DescribeVpcAttribute',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSecurityGroupRules',
    ],
    create: ['ec2:CreateVpc', 'ec2:CreateTags', 'ec2:ModifyVpcAttribute'],
    change: ['ec2:ModifyVpcAttribute', ...ec2Tags],
    delete: ['ec2:DeleteVpc'],
  },
  Subnet: {
    read: ['ec2:DescribeSubnets', 'ec2:DescribeRouteTables'],
    create: ['ec2:CreateSubnet', 'ec2:CreateTags', 'ec2:ModifySubnetAttribute', 'ec2:AssociateRouteTable'],
    change: ['ec2:ModifySubnetAttribute', 'ec2:AssociateRouteTable', 'ec2:DisassociateRouteTable', ...ec2Tags],
    delete: ['ec2:DeleteSubnet'],
  },
  RouteTable: {
    read: ['ec2:DescribeRouteTables', 'ec2:DescribeManagedPrefixLists'],
    create: ['ec2:CreateRouteTable', 'ec2:CreateTags', 'ec2:CreateRoute'],
    change: ['ec2:CreateRoute', 'ec2:DeleteRoute', ...ec2Tags],
    delete: ['ec2:DeleteRouteTable'],
  },
  InternetGateway: {
    read: ['ec2:DescribeInternetGateways', 'ec2:DescribeRouteTables'],
    create: ['ec2:CreateInternetGateway', 'ec2:CreateTags', 'ec2:AttachInternetGateway'],
    change: ['ec2:AttachInternetGateway', 'ec2:DetachInternetGateway', ...ec2Tags],
    delete: ['ec2:DetachInternetGateway', 'ec2:DeleteInternetGateway'],
  },
  VPCEndpoint: {
    read: ['ec2:DescribeVpcEndpoints'],
    create: ['ec2:CreateVpcEndpoint', 'ec2:CreateTags'],
    change: ['ec2:ModifyVpcEndpoint', ...ec2Tags],
    delete: ['ec2:DeleteVpcEndpoints'],
  },
  ElasticIPAddress: {
    read: ['ec2:DescribeAddresses'],
    create: ['ec2:AllocateAddress', 'ec2:CreateTags'],
    change: ec2Tags,
    delete: ['ec2:ReleaseAddress'],
  },
  NATGateway: {
    read: ['ec2:DescribeNatGateways'],
    create: ['ec2:CreateNatGateway', 'ec2:CreateTags'],
    change: ec2Tags,
    delete: ['ec2:DeleteNatGateway'],
  },
  Cluster: {
    read: ['eks:DescribeCluster', 'eks:ListNodegroups'],
    create: [
      ...['eks:CreateCluster', 'eks:TagResource', 'iam:PassRole', 'iam:CreateServiceLinkedRole', 'iam:GetRole'],
      ...['kms:CreateGrant', 'kms:DescribeKey', 'ec2:DescribeSubnets'],
    ],
    change: ['eks:UpdateClusterConfig', 'eks:UpdateClusterVersion', ...eksTags],
    delete: ['eks:DeleteCluster'],
  },
  AccessEntry: {
    read: ['eks:DescribeAccessEntry', 'eks:ListAssociatedAccessPolicies'],
    create: ['eks:CreateAccessEntry', 'eks:TagResource', 'eks:AssociateAccessPolicy'],
    change: ['eks:UpdateAccessEntry', 'eks:AssociateAccessPolicy', 'eks:DisassociateAccessPolicy', ...eksTags],
    delete: ['eks:DeleteAccessEntry'],
  },
  Addon: {
    read: ['eks:DescribeAddon'],
    create: ['eks:CreateAddon', 'eks:TagResource'],
    change: ['eks:UpdateAddon', ...eksTags],
    delete: ['eks:DeleteAddon'],
  },
  Nodegroup: {
    read: ['eks:DescribeNodegroup', 'ec2:DescribeSubnets'],
    create: ['eks:CreateNodegroup', 'eks:TagResource', 'iam:PassRole', 'iam:CreateServiceLinkedRole', 'iam:GetRole'],
    change: ['eks:UpdateNodegroupConfig', 'eks:UpdateNodegroupVersion', ...eksTags],
    delete: ['eks:DeleteNodegroup'],
  },
  PodIdentityAssociation: {
    read: ['eks:DescribePodIdentityAssociation', 'eks:ListPodIdentityAssociations'],
    create: ['eks:CreatePodIdentityAssociation', 'eks:TagResource', 'iam:PassRole', 'iam:GetRole'],
    change: ['eks:UpdatePodIdentityAssociation', 'iam:PassRole', ...eksTags],
    delete: ['eks:DeletePodIdentityAssociation'],
  },
  Role: {
    read: [
      'iam:GetRole',
      'iam:ListRoleTags',
      'iam:ListRolePolicies',
      'iam:GetRolePolicy',
      'iam:ListAttachedRolePolicies',
    ],
    create: ['iam:CreateRole', 'iam:TagRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
    change: [
      ...['iam:UpdateRole', 'iam:UpdateAssumeRolePolicy', 'iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
      ...['iam:PutRolePolicy', 'iam:DeleteRolePolicy', 'iam:TagRole', 'iam:UntagRole'],
      ...['iam:PutRolePermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'],
    ],
    delete: ['iam:DetachRolePolicy', 'iam:DeleteRolePolicy', 'iam:DeleteRole'],
  },
  OpenIDConnectProvider: {
    read: ['iam:GetOpenIDConnectProvider', 'iam:ListOpenIDConnectProviderTags'],
    create: ['iam:CreateOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'],
    change: [
      ...['iam:UpdateOpenIDConnectProviderThumbprint', 'iam:AddClientIDToOpenIDConnectProvider'],
      ...[
        'iam:RemoveClientIDFromOpenIDConnectProvider',
        'iam:TagOpenIDConnectProvider',
        'iam:UntagOpenIDConnectProvider',
      ],
    ],
    delete: ['iam:DeleteOpenIDConnectProvider'],
  },
  Key: {
    read: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'],
    create: ['kms:CreateKey', 'kms:TagResource', 'kms:EnableKeyRotation'],
    change: [
      'kms:EnableKeyRotation',
      'kms:DisableKeyRotation',
      'kms:PutKeyPolicy',
      'kms:TagResource',
      'kms:UntagResource',
    ],
    delete: ['kms:ScheduleKeyDeletion'],
  },
  Alias: {
    read: ['kms:ListAliases'],
    create: ['kms:CreateAlias'],
    change: ['kms:UpdateAlias'],
    delete: ['kms:DeleteAlias'],
  },
  LogGroup: {
    read: ['logs:DescribeLogGroups', 'logs:DescribeSubscriptionFilters', 'logs:ListTagsForResource'],
    create: ['logs:CreateLogGroup', 'logs:TagResource', 'logs:PutRetentionPolicy'],
    change: ['logs:PutRetentionPolicy', 'logs:DeleteRetentionPolicy', 'logs:TagResource', 'logs:UntagResource'],
    delete: ['logs:DeleteLogGroup'],
  },
};
