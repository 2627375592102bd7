/// Actions of AWS that change who may do what.
///
/// Source: the access level *Permissions management* of AWS's service authorization reference, as parliament 1.6.4 (BSD-3-Clause) has
/// it, less what only looks; with membership of groups and identity providers, which that level leaves out.
let awsPermissionActions = """
    acm-pca: CreatePermission DeletePermission DeletePolicy PutPolicy
    apigateway: AddCertificateToDomain CreateAccessAssociation RejectAccessAssociation
    apigateway: RemoveCertificateFromDomain SetWebACL UpdateDomainNameManagementPolicy
    apigateway: UpdateDomainNamePolicy UpdateRestApiPolicy
    aws-marketplace: DeleteResourcePolicy PutResourcePolicy
    backup: DeleteBackupVaultAccessPolicy DeleteBackupVaultSharingPolicy PutBackupVaultAccessPolicy
    backup: PutBackupVaultSharingPolicy
    billing: DeleteResourcePolicy PutResourcePolicy
    cleanrooms-ml: PutConfiguredAudienceModelPolicy
    cloudformation: SetStackPolicy
    cloudsearch: UpdateServiceAccessPolicies
    codeartifact: DeleteDomainPermissionsPolicy DeleteRepositoryPermissionsPolicy
    codebuild: DeleteResourcePolicy PutResourcePolicy
    codeguru-profiler: PutPermission RemovePermission
    datazone: DeleteDomainSharingPolicy PutDomainSharingPolicy
    deeplens: AssociateServiceRoleToAccount
    dynamodb: DeleteResourcePolicy PutResourcePolicy UpdateAbacStatus
    ec2: CreateNetworkInterfacePermission DeleteNetworkInterfacePermission ModifySnapshotAttribute
    ec2: ModifyVpcEndpointServicePermissions ResetSnapshotAttribute
    ecr: DeleteRegistryPolicy DeleteRepositoryPolicy PutRegistryPolicy SetRepositoryPolicy
    ecr-public: SetRepositoryPolicy
    elasticfilesystem: DeleteFileSystemPolicy PutFileSystemPolicy
    elasticmapreduce: DeleteWorkspaceAccess PutBlockPublicAccessConfiguration PutWorkspaceAccess
    entityresolution: AddPolicyStatement DeletePolicyStatement PutPolicy UseIdNamespace UseWorkflow
    events: PutPermission RemovePermission
    fsx: BypassSnaplockEnterpriseRetention DeleteResourcePolicy ManageBackupPrincipalAssociations
    fsx: PutResourcePolicy
    glacier: AbortVaultLock CompleteVaultLock DeleteVaultAccessPolicy InitiateVaultLock
    glacier: SetDataRetrievalPolicy SetVaultAccessPolicy
    glue: DeleteResourcePolicy PutResourcePolicy
    grafana: UpdatePermissions
    greengrass: AssociateServiceRoleToAccount
    health: DisableHealthServiceAccessForOrganization EnableHealthServiceAccessForOrganization
    iam: AddClientIDToOpenIDConnectProvider AddUserToGroup AttachGroupPolicy AttachRolePolicy
    iam: AttachUserPolicy CreateOpenIDConnectProvider CreatePolicy CreatePolicyVersion CreateSAMLProvider
    iam: DeleteAccountPasswordPolicy DeleteGroupPolicy DeletePolicy DeletePolicyVersion
    iam: DeleteRolePermissionsBoundary DeleteRolePolicy DeleteUserPermissionsBoundary DeleteUserPolicy
    iam: DetachGroupPolicy DetachRolePolicy DetachUserPolicy PutGroupPolicy PutRolePermissionsBoundary
    iam: PutRolePolicy PutUserPermissionsBoundary PutUserPolicy SetDefaultPolicyVersion
    iam: UpdateAssumeRolePolicy UpdateSAMLProvider
    imagebuilder: PutComponentPolicy PutContainerRecipePolicy PutImagePolicy PutImageRecipePolicy
    iot: AttachPolicy AttachPrincipalPolicy DetachPolicy DetachPrincipalPolicy SetDefaultAuthorizer
    iot: SetDefaultPolicyVersion
    kms: CreateGrant PutKeyPolicy RetireGrant RevokeGrant
    lakeformation: BatchGrantPermissions BatchRevokePermissions GrantPermissions PutDataLakeSettings
    lakeformation: RevokePermissions
    lambda: AddLayerVersionPermission AddPermission DisableReplication EnableReplication
    lambda: RemoveLayerVersionPermission RemovePermission
    license-manager: UpdateServiceSettings
    logs: DeleteResourcePolicy PutResourcePolicy
    mediastore: DeleteContainerPolicy PutContainerPolicy
    mediatailor: DeleteChannelPolicy PutChannelPolicy
    opsworks: SetPermission UpdateUserProfile
    quicksight: UpdateAnalysisPermissions UpdateDashboardPermissions UpdateDataSetPermissions
    quicksight: UpdateDataSourcePermissions UpdateFolderPermissions UpdateTemplatePermissions
    quicksight: UpdateThemePermissions UpdateTopicPermissions
    ram: EnableSharingWithAwsOrganization
    rds: AuthorizeDBSecurityGroupIngress
    redshift: AuthorizeDataShare AuthorizeEndpointAccess AuthorizeSnapshotAccess CreateClusterUser
    redshift: CreateSnapshotCopyGrant DeauthorizeDataShare DeleteResourcePolicy JoinGroup
    redshift: ModifyClusterIamRoles PutResourcePolicy RejectDataShare RevokeEndpointAccess
    redshift: RevokeSnapshotAccess
    route53resolver: PutFirewallRuleGroupPolicy PutResolverQueryLogConfigPolicy PutResolverRulePolicy
    s3: BypassGovernanceRetention DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda
    s3: DeleteBucketPolicy ObjectOwnerOverrideToBucketOwner PutAccessPointPolicy
    s3: PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock
    s3: PutBucketAcl PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
    s3: PutMultiRegionAccessPointPolicy PutObjectAcl PutObjectVersionAcl
    s3-object-lambda: PutObjectAcl PutObjectVersionAcl
    s3-outposts: DeleteAccessPointPolicy DeleteBucketPolicy PutAccessPointPolicy PutBucketPolicy
    s3-outposts: PutObjectAcl
    s3express: DeleteBucketPolicy PutBucketPolicy
    s3tables: DeleteTableBucketPolicy DeleteTablePolicy PutTableBucketPolicy PutTablePolicy
    secretsmanager: DeleteResourcePolicy PutResourcePolicy
    servicecatalog: CreatePortfolioShare DeletePortfolioShare UpdatePortfolioShare
    ses: CreateEmailIdentityPolicy DeleteEmailIdentityPolicy DeleteIdentityPolicy PutIdentityPolicy
    ses: ReplicateEmailIdentityDkimSigningKey UpdateEmailIdentityPolicy
    signer: AddProfilePermission RemoveProfilePermission
    sms-voice: DeleteResourcePolicy PutResourcePolicy
    sns: AddPermission RemovePermission SetTopicAttributes
    sqs: AddPermission RemovePermission
    ssm: DeleteResourcePolicy ModifyDocumentPermission PutResourcePolicy
    ssm-incidents: DeleteResourcePolicy PutResourcePolicy
    sso: AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet
    sso: DeletePermissionsBoundaryFromPermissionSet DeletePermissionsPolicy
    sso: DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet
    sso: PutPermissionsBoundaryToPermissionSet PutPermissionsPolicy UpdatePermissionSet
    wafv2: DeletePermissionPolicy PutPermissionPolicy
    workspaces: ModifySelfservicePermissions UpdateConnectionAliasPermission UpdateWorkspaceImagePermission
    """
