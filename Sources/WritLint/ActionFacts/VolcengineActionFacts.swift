/// Sensitive actions of Volcengine.
///
/// Source: for `iam` and `sts` the operations of Volcengine's SDKs and its Terraform provider; `PassRole` and the names of other services
/// follow the vendor's pattern and are not confirmed.
let volcengineActionFacts: [ActionTopic: String] = [
    .permissions: """
    iam: AddClientIDToOIDCProvider AddUserToGroup AttachPolicyInProject AttachRolePolicy AttachUserGroupPolicy
    iam: AttachUserPolicy CreateOIDCProvider CreatePolicy CreateSAMLProvider DeletePolicy DetachPolicyInProject
    iam: DetachRolePolicy DetachUserGroupPolicy DetachUserPolicy RemoveUserFromGroup SetSecurityConfig
    iam: UpdateAllowedIPAddresses UpdateOIDCProvider UpdatePolicy UpdateRole UpdateSAMLProvider
    tos: DeleteBucketPolicy PutBucketACL PutBucketPolicy PutObjectACL
    """,
    .credentials: """
    iam: CreateAccessKey CreateLoginProfile UpdateAccessKey UpdateLoginProfile
    kms: GetSecretValue
    cr: GetAuthorizationToken
    """,
    .dataRead: """
    tos: GetObject GetObjectVersion
    kms: GetSecretValue
    """,
    .audit: """
    cloudtrail: DeleteTrail StopLogging UpdateTrail
    tls: DeleteProject DeleteTopic
    """,
    .decrypt: """
    kms: AsymmetricDecrypt Decrypt
    """,
    .organization: """
    organization: AttachServiceControlPolicy CreateServiceControlPolicy DeleteServiceControlPolicy
    organization: DetachServiceControlPolicy DisableServiceControlPolicy MoveAccount QuitOrganization
    organization: RemoveAccount UpdateServiceControlPolicy
    """,
    .passAgency: """
    iam: PassRole
    """,
    .linkedAgency: """
    iam: CreateServiceLinkedRole
    """,
    .assumeAgency: """
    sts: AssumeRole AssumeRoleWithOIDC AssumeRoleWithSAML
    """,
    .namedResource: """
    tos: DeleteBucket DeleteObject DeleteObjectVersion PutBucketVersioning PutObject
    kms: DisableKey ScheduleKeyDeletion
    """,
    .guarded: """
    iam: AttachRolePolicy AttachUserGroupPolicy AttachUserPolicy CreateAccessKey CreateLoginProfile DeleteUser
    iam: SetSecurityConfig UpdateLoginProfile UpdateRole
    cloudtrail: DeleteTrail StopLogging
    kms: ScheduleKeyDeletion
    """,
    .resourcePolicy: """
    tos: PutBucketACL PutBucketPolicy PutObjectACL
    """,
]
