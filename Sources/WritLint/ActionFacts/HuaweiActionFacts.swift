/// Sensitive actions of Huawei Cloud under the names of its older and its newer model.
///
/// Source: for `iam`, `sts`, `obs` and `kms` Huawei Cloud's lists of actions and its SDKs; names of the newer model that its pages do not
/// show, and those of `organizations`, `csms`, `kps`, `lts` and `rms`, follow their pattern and are not confirmed.
let huaweiActionFacts: [ActionTopic: String] = [
    .permissions: """
    iam:permissions: addUserToGroup addUserToGroupV5 grantRoleToAgency grantRoleToAgencyOnDomain
    iam:permissions: grantRoleToAgencyOnProject grantRoleToGroup grantRoleToGroupOnDomain
    iam:permissions: grantRoleToGroupOnEnterpriseProject grantRoleToGroupOnProject
    iam:permissions: grantRoleToUserOnEnterpriseProject removeUserFromGroup revokeRoleFromAgency
    iam:permissions: revokeRoleFromAgencyOnDomain revokeRoleFromAgencyOnProject revokeRoleFromGroup
    iam:permissions: revokeRoleFromGroupOnDomain revokeRoleFromGroupOnEnterpriseProject
    iam:permissions: revokeRoleFromGroupOnProject revokeRoleFromUserOnEnterpriseProject
    iam:roles: createRole deleteRole updateRole
    iam:policies: createV5 createVersionV5 deleteV5 deleteVersionV5 setDefaultVersionV5
    iam:users: attachPolicyV5 detachPolicyV5
    iam:groups: attachPolicyV5 detachPolicyV5
    iam:agencies: attachPolicyV5 detachPolicyV5 updateAgency updateTrustPolicyV5
    iam:identityProviders: createIDPMetadata createIdentityProvider createMapping createOpenIDConnectConfig
    iam:identityProviders: createProtocol updateIdentityProvider updateMapping updateOpenIDConnectConfig
    iam:identityProviders: updateProtocol
    iam:securitypolicies: updateApiAclPolicy updateConsoleAclPolicy updateLoginPolicy updatePasswordPolicy
    iam:securitypolicies: updateProtectPolicy
    kms:grant: create
    kms:cmk: createGrant
    obs:bucket: DeleteBucketPolicy PutBucketAcl PutBucketPolicy PutBucketPublicAccessBlock
    obs:object: PutObjectAcl PutObjectVersionAcl
    """,
    .credentials: """
    iam:credentials: createCredential createCredentialV5 updateCredential
    iam:: createAccessKey updateAccessKey
    iam:users: createLoginProfileV5 resetUserPassword updateLoginProfileV5
    csms:secret: getVersion
    kps:SSHKeyPair: exportPrivateKey
    """,
    .dataRead: """
    obs:object: GetObject GetObjectVersion
    csms:secret: getVersion
    """,
    .audit: """
    cts:tracker: delete disable update
    cts:notification: delete update
    lts:groups: delete
    lts:topics: delete
    rms:trackerConfig: delete
    """,
    .decrypt: """
    kms:cmk: decrypt decryptData decryptDataKey
    kms:dek: decrypt
    """,
    .organization: """
    organizations:policies: attach create delete detach disable update
    organizations:accounts: close leave move remove
    organizations:organizations: delete leave
    organizations:delegatedAdministrators: deregister register
    """,
    .passAgency: """
    iam:agencies: pass
    """,
    .linkedAgency: """
    iam:agencies: createServiceLinkedAgencyV5
    """,
    .assumeAgency: """
    sts:agencies: assume assumeWithOIDC assumeWithSAML
    iam:agencies: assume
    iam:tokens: assume
    """,
    .namedResource: """
    obs:bucket: DeleteBucket PutBucketVersioning PutLifecycleConfiguration PutReplicationConfiguration
    obs:object: DeleteObject DeleteObjectVersion PutObject
    csms:secret: createVersion delete update
    kms:cmk: disable delete scheduleKeyDeletion
    """,
    .guarded: """
    iam:users: attachPolicyV5 createLoginProfileV5 deleteUser deleteUserV5 resetUserPassword
    iam:users: setUserLoginProtect updateLoginProfileV5
    iam:credentials: createCredential
    iam:: createAccessKey
    iam:mfa: deleteVirtualMFADevice unbindMFADevice
    iam:permissions: grantRoleToGroup grantRoleToGroupOnDomain
    iam:groups: attachPolicyV5
    iam:agencies: attachPolicyV5 updateTrustPolicyV5
    cts:tracker: delete disable
    kms:cmk: delete scheduleKeyDeletion
    organizations:accounts: close leave
    """,
    .resourcePolicy: """
    obs:bucket: PutBucketAcl PutBucketPolicy
    obs:object: PutObjectAcl
    """,
]
