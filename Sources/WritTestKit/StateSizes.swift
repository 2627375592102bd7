internal import WritModel

extension StateGenerator {
    /// How many objects and edges a state has.
    package struct Sizes: Hashable, Sendable {
        /// How many users.
        package var users: Int
        /// How many groups.
        package var groups: Int
        /// How many custom policies.
        package var policies: Int
        /// How many agencies.
        package var agencies: Int
        /// How many groups a user is in, and how many policies a principal has, at most.
        package var edges: Int

        /// Sizes of a small state, unless told otherwise.
        package init(users: Int = 6, groups: Int = 4, policies: Int = 4, agencies: Int = 2, edges: Int = 3) {
            self.users = users
            self.groups = groups
            self.policies = policies
            self.agencies = agencies
            self.edges = edges
        }

        func count(of kind: Kind) -> Int {
            switch kind {
            case .user: users
            case .group: groups
            case .policy: policies
            case .agency: agencies
            case .passwordPolicy, .securitySettings: 1
            case .project, .identityProvider: 2
            }
        }
    }
}
