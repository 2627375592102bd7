/// Sensitive actions of AWS, a service to a line.
///
/// Source: what returns credentials and reads data is cloudsplaining 0.9.1's list (BSD-3-Clause) with its slips of spelling put right, the
/// actions that assume a role in a topic of their own; names and access levels as parliament 1.6.4 (BSD-3-Clause) has them.
let awsActionFacts: [ActionTopic: String] = [
    .permissions: awsPermissionActions,
    .credentials: """
    airflow: CreateCliToken CreateWebLoginToken
    appsync: CreateApiKey
    chime: CreateApiKey
    cloud9: CreateEnvironmentToken
    codeartifact: GetAuthorizationToken
    codepipeline: PollForJobs
    cognito-identity: GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity
    cognito-idp: GetSigningCertificate
    connect: GetFederationToken GetFederationTokens
    ec2: GetPasswordData
    ecr: GetAuthorizationToken
    ecr-public: GetAuthorizationToken
    emr-containers: GetManagedEndpointSessionCredentials
    finspace-api: GetProgrammaticAccessCredentials
    gamelift: GetComputeAccess GetComputeAuthToken GetInstanceAccess RequestUploadCredentials
    grafana: CreateWorkspaceApiKey
    iam: CreateAccessKey CreateLoginProfile CreateServiceSpecificCredential ResetServiceSpecificCredential
    iam: UpdateAccessKey
    license-manager: GetAccessToken
    lightsail: CreateBucketAccessKey DownloadDefaultKeyPair GetInstanceAccessDetails
    lightsail: GetRelationalDatabaseMasterUserPassword
    mediapackage: RotateChannelCredentials RotateIngestEndpointCredentials
    rds-db: connect
    redshift: GetClusterCredentials GetClusterCredentialsWithIAM
    redshift-serverless: GetCredentials
    sso: GetRoleCredentials
    sts: GetFederationToken GetSessionToken
    """,
    .dataRead: """
    dynamodb: BatchGetItem GetItem Query Scan
    s3: GetObject GetObjectVersion
    secretsmanager: GetSecretValue
    ssm: GetParameter GetParameters GetParametersByPath
    """,
    .audit: """
    cloudtrail: DeleteEventDataStore DeleteTrail PutEventSelectors StopEventDataStoreIngestion StopLogging
    cloudtrail: UpdateTrail
    config: DeleteConfigurationRecorder DeleteDeliveryChannel StopConfigurationRecorder
    guardduty: DeleteDetector DisassociateFromAdministratorAccount StopMonitoringMembers UpdateDetector
    ec2: DeleteFlowLogs
    logs: DeleteLogGroup DeleteLogStream
    """,
    .decrypt: """
    kms: Decrypt ReEncryptFrom
    payment-cryptography: DecryptData
    """,
    .organization: """
    organizations: AttachPolicy CloseAccount CreatePolicy DeleteOrganization DeletePolicy
    organizations: DeregisterDelegatedAdministrator DetachPolicy DisablePolicyType LeaveOrganization MoveAccount
    organizations: PutResourcePolicy RegisterDelegatedAdministrator RemoveAccountFromOrganization UpdatePolicy
    """,
    .passAgency: """
    iam: PassRole
    """,
    .linkedAgency: """
    iam: CreateServiceLinkedRole
    """,
    .assumeAgency: """
    sts: AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity
    """,
    .namedResource: """
    dynamodb: DeleteBackup DeleteItem DeleteTable PutItem UpdateItem UpdateTable
    kms: DisableKey ScheduleKeyDeletion
    lambda: DeleteFunction UpdateFunctionCode UpdateFunctionConfiguration
    rds: DeleteDBCluster DeleteDBClusterSnapshot DeleteDBInstance DeleteDBSnapshot
    s3: DeleteBucket DeleteObject DeleteObjectVersion PutBucketVersioning PutLifecycleConfiguration PutObject
    s3: PutReplicationConfiguration
    secretsmanager: DeleteSecret PutSecretValue UpdateSecret
    sns: DeleteTopic Publish
    sqs: DeleteMessage DeleteQueue PurgeQueue SendMessage
    ec2: DeleteSnapshot DeleteVolume TerminateInstances
    """,
    .guarded: """
    iam: AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreateAccessKey CreateLoginProfile
    iam: DeactivateMFADevice DeleteUser DeleteVirtualMFADevice PutGroupPolicy PutRolePolicy PutUserPolicy
    iam: UpdateAssumeRolePolicy UpdateLoginProfile
    cloudtrail: DeleteTrail StopLogging
    kms: ScheduleKeyDeletion
    organizations: CloseAccount LeaveOrganization
    """,
    .resourcePolicy: """
    s3: PutBucketAcl PutBucketPolicy PutObjectAcl
    kms: PutKeyPolicy
    secretsmanager: PutResourcePolicy
    sns: AddPermission SetTopicAttributes
    sqs: AddPermission SetQueueAttributes
    """,
]
