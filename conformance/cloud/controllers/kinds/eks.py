"""The kinds of eks."""
from . import eks_actions as actions
from .kind import Kind, Ref

_ABSENT = frozenset({'ResourceNotFoundException'})
_CLUSTER = Ref('clusterName', 'clusterRef', 'eks', 'Cluster', 'spec.name', required=True)
_ROLE = 'status.ackResourceMetadata.arn'
_CODES = frozenset({'ResourceLimitExceeded', 'ResourceNotFound', 'ResourceInUse', 'OptInRequired', 'InvalidParameterCombination',
                    'InvalidParameterValue', 'InvalidQueryParameter', 'MalformedQueryString', 'MissingAction', 'MissingParameter', 'ValidationError'})
_STRICT = _CODES | {'InvalidParameterException'}

EKS = (
    Kind('Cluster', 'clusters', 'eks', create='CreateCluster', read='DescribeCluster', delete='DeleteCluster', read_params={'name': '$spec.name'},
         delete_params={'name': '$spec.name'}, found='cluster', arn='arn',
         status=('certificateAuthority', 'createdAt', 'endpoint', 'health', 'id', 'identity', 'platformVersion', 'status'),
         status_from={'clusterSecurityGroupID': 'resourcesVPCConfig.clusterSecurityGroupID'},
         refs=(Ref('roleARN', 'roleRef', 'iam', 'Role', _ROLE, required=True),
               Ref('resourcesVPCConfig.subnetIDs', 'resourcesVPCConfig.subnetRefs', 'ec2', 'Subnet', 'status.subnetID'),
               Ref('resourcesVPCConfig.securityGroupIDs', 'resourcesVPCConfig.securityGroupRefs', 'ec2', 'SecurityGroup', 'status.id'),
               Ref('encryptionConfig[].provider.keyARN', 'encryptionConfig[].provider.keyRef', 'kms', 'Key', _ROLE)),
         update=actions.update_cluster, before_delete=actions.before_delete_cluster, after_delete=actions.await_gone,
         ignored=('name', 'roleARN', 'kubernetesNetworkConfig', 'outpostConfig', 'bootstrapSelfManagedAddons', 'clientRequestToken'),
         synced=('status', 'ACTIVE'), late={'deletionProtection': False, 'controlPlaneScalingConfig': {'tier': 'standard'}},
         terminal=_CODES, not_found=_ABSENT),
    Kind('Nodegroup', 'nodegroups', 'eks', create='CreateNodegroup', read='DescribeNodegroup', delete='DeleteNodegroup',
         read_params={'clusterName': '$spec.clusterName', 'nodegroupName': '$spec.name'},
         delete_params={'clusterName': '$spec.clusterName', 'nodegroupName': '$spec.name'}, found='nodegroup', arn='nodegroupARN',
         status=('createdAt', 'health', 'modifiedAt', 'resources', 'status'), status_from={'desiredSize': 'scalingConfig.desiredSize'},
         renames={'name': 'nodegroupName'},
         refs=(_CLUSTER, Ref('nodeRole', 'nodeRoleRef', 'iam', 'Role', _ROLE, required=True),
               Ref('subnets', 'subnetRefs', 'ec2', 'Subnet', 'status.subnetID', required=True)),
         update=actions.update_nodegroup, ignored=('capacityType', 'clientRequestToken'), synced=('status', 'ACTIVE'),
         defaults={'amiType': 'AL2023_x86_64_STANDARD', 'capacityType': 'ON_DEMAND', 'diskSize': 20, 'instanceTypes': ['t3.medium'],
                   'scalingConfig': {'minSize': 1, 'maxSize': 2, 'desiredSize': 2}, 'updateConfig': {'maxUnavailable': 1}},
         defaults_along={'releaseVersion': 'releaseVersion', 'version': 'version'}, terminal=_STRICT, not_found=_ABSENT),
    Kind('Addon', 'addons', 'eks', create='CreateAddon', read='DescribeAddon', delete='DeleteAddon',
         read_params={'clusterName': '$spec.clusterName', 'addonName': '$spec.name'},
         delete_params={'clusterName': '$spec.clusterName', 'addonName': '$spec.name'}, found='addon', arn='addonARN',
         status=('createdAt', 'health', 'modifiedAt', 'owner', 'publisher', 'status'), renames={'name': 'addonName'},
         refs=(_CLUSTER, Ref('serviceAccountRoleARN', 'serviceAccountRoleRef', 'iam', 'Role', _ROLE),
               Ref('podIdentityAssociations[].roleARN', 'podIdentityAssociations[].roleRef', 'iam', 'Role', _ROLE)),
         update=actions.update_addon, ignored=('name', 'clusterName', 'clientRequestToken'), synced=('status', 'ACTIVE'), terminal=_STRICT,
         not_found=_ABSENT),
    Kind('AccessEntry', 'accessentries', 'eks', create='CreateAccessEntry', read='DescribeAccessEntry', delete='DeleteAccessEntry',
         read_params={'clusterName': '$spec.clusterName', 'principalArn': '$spec.principalARN'},
         delete_params={'clusterName': '$spec.clusterName', 'principalArn': '$spec.principalARN'}, found='accessEntry', arn='accessEntryARN',
         status=('createdAt', 'modifiedAt'), refs=(_CLUSTER,), later=('accessPolicies',), updates_after_create=True,
         update=actions.update_access_entry, ignored=('principalARN', 'type', 'clusterName'), not_found=_ABSENT),
    Kind('PodIdentityAssociation', 'podidentityassociations', 'eks', create='CreatePodIdentityAssociation', read='DescribePodIdentityAssociation',
         delete='DeletePodIdentityAssociation',
         read_params={'clusterName': '$spec.clusterName', 'associationId': '$status.associationID'},
         delete_params={'clusterName': '$spec.clusterName', 'associationId': '$status.associationID'}, found='association', arn='associationARN',
         status=('associationARN', 'associationID', 'createdAt', 'externalID', 'modifiedAt', 'ownerARN'),
         refs=(_CLUSTER, Ref('roleARN', 'roleRef', 'iam', 'Role', _ROLE, required=True),
               Ref('targetRoleARN', 'targetRoleRef', 'iam', 'Role', _ROLE)),
         update=actions.update_pod_identity, ignored=('namespace', 'serviceAccount', 'clusterName', 'clientRequestToken'), not_found=_ABSENT),
)
