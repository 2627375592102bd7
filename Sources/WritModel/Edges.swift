/// A user in a group.
package struct Membership: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The user's name.
    package var user: String
    /// The group's name.
    package var group: String

    package init(user: String, group: String) {
        self.user = user
        self.group = group
    }

    package var description: String { "user/\(user) in group/\(group)" }

    package static func < (a: Membership, b: Membership) -> Bool {
        (a.group, a.user) < (b.group, b.user)
    }
}

/// A policy as a store knows it.
package enum PolicyReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A policy of this account, managed here or not.
    case custom(String)
    /// A policy or role built into the vendor's cloud.
    case system(String)

    /// The name without its sort.
    package var name: String {
        switch self {
        case .custom(let name), .system(let name): name
        }
    }

    package var description: String {
        switch self {
        case .custom(let name): "policy/\(name)"
        case .system(let name): "system policy \(name)"
        }
    }

    package static func < (a: PolicyReference, b: PolicyReference) -> Bool {
        switch (a, b) {
        case (.custom(let a), .custom(let b)), (.system(let a), .system(let b)): a < b
        case (.custom, .system): true
        case (.system, .custom): false
        }
    }
}

/// Where an attachment holds.
package enum Scope: Hashable, Comparable, Sendable, CustomStringConvertible {
    case account
    case allProjects
    case project(String)
    case enterpriseProject(String)
    case resourceGroup(String)

    /// The scope's word in manifests, stores and plans, without its name.
    package var word: String {
        switch self {
        case .account: "account"
        case .allProjects: "allProjects"
        case .project: "project"
        case .enterpriseProject: "enterpriseProject"
        case .resourceGroup: "resourceGroup"
        }
    }

    /// The name of the project or group; empty where the scope has none.
    package var name: String {
        switch self {
        case .account, .allProjects: ""
        case .project(let name), .enterpriseProject(let name), .resourceGroup(let name): name
        }
    }

    /// The scope of that word and name; `nil` for an unknown word, or a name where none belongs.
    package init?(word: String, name: String) {
        switch (word, name.isEmpty) {
        case ("account", true): self = .account
        case ("allProjects", true): self = .allProjects
        case ("project", false): self = .project(name)
        case ("enterpriseProject", false): self = .enterpriseProject(name)
        case ("resourceGroup", false): self = .resourceGroup(name)
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .account: "account"
        case .allProjects: "all projects"
        case .project(let name): "project \(name)"
        case .enterpriseProject(let name): "enterprise project \(name)"
        case .resourceGroup(let name): "resource group \(name)"
        }
    }

    package static func < (a: Scope, b: Scope) -> Bool { (a.word, a.name) < (b.word, b.name) }
}

/// The identity of an attachment; its expiry is a property.
package struct AttachmentKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A user, a group or an agency.
    package var principal: Address
    /// What is attached.
    package var policy: PolicyReference
    /// Where it holds.
    package var scope: Scope

    package init(principal: Address, policy: PolicyReference, scope: Scope = .account) {
        self.principal = principal
        self.policy = policy
        self.scope = scope
    }

    package var description: String {
        scope == .account ? "\(policy) on \(principal)" : "\(policy) on \(principal) in \(scope)"
    }

    package static func < (a: AttachmentKey, b: AttachmentKey) -> Bool {
        (a.principal, a.policy, a.scope) < (b.principal, b.policy, b.scope)
    }
}
