/// Sensitive actions of JD Cloud.
///
/// Source: for `iam` and `sts` the operations of JD Cloud's SDKs; `passRole` and the names of other services follow the vendor's pattern
/// and are not confirmed.
let jdActionFacts: [ActionTopic: String] = [
    .permissions: """
    iam: addPermissionsToSubUser addSubUserToGroup attachGroupPolicy attachRolePolicy attachSubUserPolicy
    iam: createPolicy deletePolicy detachGroupPolicy detachRolePolicy detachSubUserPolicy removeSubUserFromGroup
    iam: updateAssumeRolePolicy updatePermission updatePolicy
    oss: PutBucketAcl PutBucketPolicy
    """,
    .credentials: """
    iam: createSubUserAccessKey createUserAccessKey enableSubUserAccessKey getSubUserAccessKeys
    iam: updateSubUser
    """,
    .dataRead: """
    oss: GetObject
    kms: getSecretVersionInfo describeSecretVersionInfo
    """,
    .audit: """
    audittrail: deleteTrail stopTrail updateTrail
    """,
    .decrypt: """
    kms: decrypt
    """,
    .passAgency: """
    iam: passRole
    """,
    .linkedAgency: """
    iam: createServiceLinkedRole createServiceRole
    """,
    .assumeAgency: """
    sts: assumeRole assumeRoleWithSAML
    """,
    .namedResource: """
    oss: DeleteBucket DeleteObject PutObject
    kms: deleteSecret disableKey scheduleKeyDeletion
    """,
    .resourcePolicy: """
    oss: PutBucketAcl PutBucketPolicy
    """,
]
