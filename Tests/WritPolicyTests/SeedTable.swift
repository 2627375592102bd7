/// A row of the seed tables: an operation, the actions it takes, and which of the four permissions support it.
///
/// Source: the seed's tables "Common operations supported by system-defined permissions" (table 2) and "Access key
/// operations" (table 3), with the actions that the API's pages name for each operation.
struct SeedRow: Sendable, CustomStringConvertible {
    var table: Int
    var operation: String
    var actions: [String]
    /// In the order of ``columns``.
    var isSupported: [Bool]

    var description: String { operation }

    init(table: Int, _ operation: String, _ actions: [String], _ isSupported: [Bool]) {
        self.table = table
        self.operation = operation
        self.actions = actions
        self.isSupported = isSupported
    }

    static let columns = [
        "Security Administrator", "Agent Operator", "FullAccess", "IAM ReadOnlyAccess",
    ]

    static let all: [SeedRow] = [
        SeedRow(
            table: 2, "Creating IAM users",
            ["iam:users:createUser"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying IAM user details",
            ["iam:users:getUser", "iam:users:listUsers"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Modifying IAM user information",
            ["iam:users:updateUser"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying security settings of IAM users",
            [
                "iam:users:getUserLoginProtect", "iam:users:listUserLoginProtects",
                "iam:mfa:getVirtualMFADevice", "iam:mfa:listVirtualMFADevices",
            ],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Modifying security settings of IAM users",
            ["iam:users:setUserLoginProtect", "iam:users:resetUserPassword", "iam:mfa:unbindMFADevice"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting IAM users",
            ["iam:users:deleteUser"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Creating user groups",
            ["iam:groups:createGroup"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying user group details",
            ["iam:groups:getGroup", "iam:groups:listGroups"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Modifying user group information",
            ["iam:groups:updateGroup"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Adding users to user groups",
            ["iam:permissions:addUserToGroup"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Removing users from user groups",
            ["iam:permissions:removeUserFromGroup"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting user groups",
            [
                "iam:groups:deleteGroup", "iam:permissions:removeUserFromGroup",
                "iam:permissions:revokeRoleFromGroup", "iam:permissions:revokeRoleFromGroupOnProject",
                "iam:permissions:revokeRoleFromGroupOnDomain",
            ],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Assigning permissions to user groups",
            [
                "iam:permissions:grantRoleToGroup", "iam:permissions:grantRoleToGroupOnDomain",
                "iam:permissions:grantRoleToGroupOnProject",
            ],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Removing permissions of user groups",
            [
                "iam:permissions:revokeRoleFromGroup", "iam:permissions:revokeRoleFromGroupOnDomain",
                "iam:permissions:revokeRoleFromGroupOnProject",
            ],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Creating custom policies",
            ["iam:roles:createRole"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Modifying custom policies",
            ["iam:roles:updateRole"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting custom policies",
            ["iam:roles:deleteRole"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying permission details",
            ["iam:roles:getRole", "iam:roles:listRoles"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Creating agencies",
            ["iam:agencies:createAgency"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying agencies",
            ["iam:agencies:getAgency", "iam:agencies:listAgencies"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Modifying agencies",
            ["iam:agencies:updateAgency"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Switching roles",
            ["iam:tokens:assume"],
            [false, true, true, false]),
        SeedRow(
            table: 2, "Deleting agencies",
            ["iam:agencies:deleteAgency"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Granting permissions to agencies",
            [
                "iam:permissions:grantRoleToAgency", "iam:permissions:grantRoleToAgencyOnDomain",
                "iam:permissions:grantRoleToAgencyOnProject",
            ],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Removing permissions of agencies",
            [
                "iam:permissions:revokeRoleFromAgency", "iam:permissions:revokeRoleFromAgencyOnDomain",
                "iam:permissions:revokeRoleFromAgencyOnProject",
            ],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Creating projects",
            ["iam:projects:createProject"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying projects",
            ["iam:projects:listProjects", "iam:projects:listProjectsForUser"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Modifying projects",
            ["iam:projects:updateProject"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting projects",
            ["iam:projects:deleteProject"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Creating identity providers",
            ["iam:identityProviders:createIdentityProvider"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Importing metadata files",
            ["iam:identityProviders:createIDPMetadata"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying metadata files",
            ["iam:identityProviders:getIDPMetadata"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Querying identity providers",
            ["iam:identityProviders:getIdentityProvider", "iam:identityProviders:listIdentityProviders"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Querying protocols",
            ["iam:identityProviders:getProtocol", "iam:identityProviders:listProtocols"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Querying mappings",
            ["iam:identityProviders:getMapping", "iam:identityProviders:listMappings"],
            [true, false, true, true]),
        SeedRow(
            table: 2, "Updating identity providers",
            ["iam:identityProviders:updateIdentityProvider"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Updating protocols",
            ["iam:identityProviders:updateProtocol"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Updating mappings",
            ["iam:identityProviders:updateMapping"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting identity providers",
            ["iam:identityProviders:deleteIdentityProvider"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting protocols",
            ["iam:identityProviders:deleteProtocol"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Deleting mappings",
            ["iam:identityProviders:deleteMapping"],
            [true, false, true, false]),
        SeedRow(
            table: 2, "Querying quotas",
            ["iam:quotas:listQuotas"],
            [true, false, true, false]),
        SeedRow(
            table: 3, "Creating access keys (other users)",
            ["iam:credentials:createCredential"],
            [true, false, true, false]),
        SeedRow(
            table: 3, "Querying access keys (other users)",
            ["iam:credentials:getCredential", "iam:credentials:listCredentials"],
            [true, false, true, true]),
        SeedRow(
            table: 3, "Modifying access keys (other users)",
            ["iam:credentials:updateCredential"],
            [true, false, true, false]),
        SeedRow(
            table: 3, "Deleting access keys (other users)",
            ["iam:credentials:deleteCredential"],
            [true, false, true, false]),
    ]
}
