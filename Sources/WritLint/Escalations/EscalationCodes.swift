/// The rule that reports a method of escalation, by the method's id: of every dialect, each once.
///
/// A path of several steps, and one that assumes an agency, belongs to ESC011 instead.
let escalationCodes: [String: String] = {
    var codes: [String: String] = [:]
    for (code, ids) in methodsByCode { for id in ids { codes[id] = code } }
    return codes
}()

private let methodsByCode: [String: [String]] = [
    // Rewrites a policy that reaches it.
    "ESC001": [
        "rewrite-policy", "create-policy-version-v5", "set-default-policy-version-v5",
        "create-new-policy-version", "set-existing-default-policy-version", "update-policy",
        "update-permission", "create-policy-version-then-assume-role",
    ],
    // Attaches a policy or grants a role.
    "ESC002": [
        "grant-role-to-own-group", "grant-role-to-own-group-in-project", "grant-role-to-self-in-project",
        "grant-role-to-agency", "create-strong-agency", "attach-policy-to-self-v5",
        "attach-policy-to-own-group-v5", "attach-policy-to-agency-v5", "create-strong-agency-v5",
        "create-strong-user-v5", "attach-user-policy", "attach-group-policy", "attach-role-policy",
        "put-user-policy", "put-group-policy", "put-role-policy", "create-strong-role",
        "create-strong-user", "attach-user-policy-then-create-access-key",
        "put-user-policy-then-create-access-key", "add-permissions-to-sub-user",
        "attach-sub-user-policy", "create-strong-sub-user", "attach-policy-in-project",
        "attach-user-group-policy",
    ],
    // Joins a group.
    "ESC003": ["join-group", "join-group-v5", "add-user-to-group", "add-sub-user-to-group"],
    // Takes over a user by its credentials.
    "ESC004": [
        "create-credential", "enable-credential", "reset-password", "create-access-key-v5",
        "enable-access-key-v5", "reset-password-v5", "create-access-key", "create-login-profile",
        "update-login-profile", "update-access-key", "create-and-rotate-access-key",
        "create-sub-user-access-key", "read-sub-user-access-keys", "enable-sub-user-access-key",
        "update-sub-user", "set-login-profile",
    ],
    // Changes whom an agency trusts.
    "ESC005": [
        "change-agency-trust", "change-agency-trust-v5", "update-role-policy-to-assume-it",
        "attach-role-policy-then-update-assume-role-policy",
        "create-policy-version-then-update-assume-role-policy",
        "put-role-policy-then-update-assume-role-policy", "update-assume-role-policy", "update-role",
    ],
    // Hands an agency to something that it makes.
    "ESC006": [
        "pass-agency-to-server", "pass-agency-to-function", "pass-agency-to-stack", "pass-agency-to-model",
        "pass-role-to-server", "pass-role-to-function", "create-ec2-with-existing-ip",
        "pass-existing-role-to-new-lambda-then-invoke",
        "pass-existing-role-to-new-lambda-then-trigger-with-new-dynamo",
        "pass-existing-role-to-new-lambda-then-trigger-with-existing-dynamo",
        "pass-existing-role-to-new-glue-dev-endpoint", "pass-existing-role-to-cloud-formation",
        "pass-existing-role-to-new-data-pipeline", "pass-existing-role-to-new-app-runner-service",
        "pass-existing-role-to-new-bedrock-code-interpreter",
        "pass-existing-role-to-new-cloud-formation-stack-set",
        "pass-role-to-update-cloud-formation-stack-set",
        "pass-existing-role-to-new-code-build-project-then-build",
        "pass-existing-role-to-new-code-build-project-then-build-batch",
        "pass-existing-role-to-new-ec2-spot-instance",
        "pass-existing-role-to-new-ecs-cluster-service-task",
        "pass-existing-role-to-new-ecs-cluster-run-task",
        "pass-existing-role-to-new-ecs-task-via-start-task", "pass-existing-role-to-new-ecs-service",
        "pass-existing-role-to-new-ecs-task-via-run-task",
        "pass-existing-role-to-new-glue-job-then-run", "pass-existing-role-to-new-glue-job-via-trigger",
        "pass-existing-role-to-updated-glue-job-then-run",
        "pass-existing-role-to-updated-glue-job-via-trigger",
        "pass-existing-role-to-new-lambda-then-add-permission",
        "pass-existing-role-to-new-sage-maker-notebook-instance",
        "pass-existing-role-to-new-sage-maker-training-job",
        "pass-existing-role-to-new-sage-maker-processing-job",
    ],
    // Takes over what runs under an agency.
    "ESC007": [
        "rewrite-function", "update-stack", "rebuild-server", "update-existing-glue-dev-endpoint",
        "edit-existing-lambda-function-with-role", "access-existing-bedrock-code-interpreter-session",
        "execute-cloud-formation-change-set", "modify-ec2-instance-user-data-then-restart",
        "modify-existing-ec2-launch-template", "ec2-instance-connect-send-ssh-public-key",
        "ecs-execute-command-on-running-task", "update-and-invoke-lambda-function",
        "update-lambda-function-and-add-permission", "create-presigned-sage-maker-notebook-url",
        "update-sage-maker-notebook-lifecycle-config",
    ],
    // Changes whom an identity provider lets in.
    "ESC008": ["change-federation", "update-saml-provider"],
    // Assumes an agency.
    "ESC011": ["assume-agency", "assume-role"],
]
