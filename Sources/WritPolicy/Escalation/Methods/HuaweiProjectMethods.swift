/// Methods of Huawei Cloud's older model: roles and policies of version 1.1, granted on a scope.
///
/// Source: Huawei Cloud's list of actions of the identity service; names with † are not in it.
let huaweiProjectMethods: [EscalationMethod] = [
    .raising(
        "rewrite-policy", "rewrites a policy it holds", EscalationNeed("iam:roles:updateRole", on: .ownPolicy)
    ),
    .raising(
        "grant-role-to-own-group", "grants any role to a group it is in",
        EscalationNeed(
            "iam:permissions:grantRoleToGroupOnDomain", "iam:permissions:grantRoleToGroup", on: .ownGroup)),
    .raising(
        "grant-role-to-own-group-in-project", "grants any role in a project to a group it is in",
        EscalationNeed(
            "iam:permissions:grantRoleToGroupOnProject",
            "iam:permissions:grantRoleToGroupOnEnterpriseProject",
            on: .ownGroup), severity: .high),
    .raising(
        "grant-role-to-self-in-project", "grants any role in an enterprise project to itself",
        EscalationNeed("iam:permissions:grantRoleToUserOnEnterpriseProject", on: .actor), severity: .high),
    .raising(
        "grant-role-to-agency", "grants any role to an agency it can assume,",
        EscalationNeed(
            "iam:permissions:grantRoleToAgencyOnDomain", "iam:permissions:grantRoleToAgency",
            "iam:permissions:grantRoleToAgencyOnProject", on: .target), through: .agency(.assumed)),
    .becoming(
        "join-group", "joins", .group, EscalationNeed("iam:permissions:addUserToGroup", on: .target)),
    .becoming(
        "create-credential", "makes an access key of", .user,
        EscalationNeed("iam:credentials:createCredential", on: .target)),
    .becoming(
        "enable-credential", "wakes up an access key of", .user,
        EscalationNeed("iam:credentials:updateCredential", on: .target), severity: .high,
        proviso: "it knows a key of the user's that is switched off"),
    .becoming(
        "reset-password", "resets the password of", .user,
        EscalationNeed("iam:users:resetUserPassword", "iam:users:updateUser", on: .target)),
    .becoming(
        "change-agency-trust", "changes whom to trust of", .agency(.rewritten),
        EscalationNeed("iam:agencies:updateAgency", on: .target)),
    .becoming(
        "assume-agency", "assumes", .agency(.assumed),
        EscalationNeed("iam:tokens:assume", "iam:agencies:assume", "sts:agencies:assume", on: .entry)),
    .raising(
        "create-strong-agency", "makes an agency that may do anything",
        EscalationNeed("iam:agencies:createAgency", on: .newAgency),
        EscalationNeed(
            "iam:permissions:grantRoleToAgencyOnDomain", "iam:permissions:grantRoleToAgency",
            "iam:permissions:grantRoleToAgencyOnProject", on: .newAgency)),
    .raising(
        "change-federation", "changes whom an identity provider lets in, and as what",
        EscalationNeed(
            "iam:identityProviders:updateMapping", "iam:identityProviders:createMapping",
            "iam:identityProviders:createIDPMetadata", "iam:identityProviders:updateOpenIDConnectConfig",
            on: .anything), proviso: "there is an identity provider"),
    .becoming(
        "pass-agency-to-server", "starts a server under", .agency(.carried(["ecs"])), passAgency,
        EscalationNeed(
            "ecs:cloudServers:create", "ecs:cloudServers:createServers†", on: .anything)),
    .becoming(
        "pass-agency-to-function", "makes and calls a function under",
        .agency(.carried(["functiongraph", "cff"])), passAgency,
        EscalationNeed("functiongraph:function:create†", on: .anything),
        EscalationNeed("functiongraph:function:invoke†", on: .anything)),
    .becoming(
        "pass-agency-to-stack", "makes a stack under", .agency(.carried(["rf", "rfs"])), passAgency,
        EscalationNeed("rf:stack:create†", on: .anything)),
    .becoming(
        "pass-agency-to-model", "makes a notebook or trains a model under",
        .agency(.carried(["modelarts"])), passAgency,
        EscalationNeed("modelarts:notebook:create†", "modelarts:trainJob:create†", on: .anything)),
    .becoming(
        "rewrite-function", "replaces the code of a function that runs under",
        .agency(.carried(["functiongraph", "cff"])),
        EscalationNeed("functiongraph:function:updateCode†", on: .anything), severity: .high,
        proviso: "such a function exists"),
    .becoming(
        "update-stack", "changes a stack that runs under", .agency(.carried(["rf", "rfs"])),
        EscalationNeed("rf:stack:update†", on: .anything), severity: .high, proviso: "such a stack exists"),
    .becoming(
        "rebuild-server", "gives a server that runs under the agency another system, as",
        .agency(.carried(["ecs"])),
        EscalationNeed("ecs:cloudServers:rebuild†", on: .anything), severity: .high,
        proviso: "such a server exists"),
]

private let passAgency = EscalationNeed("iam:agencies:pass", on: .target, .service)
