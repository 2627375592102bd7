/// A safety rule that can refuse a plan.
package enum GuardRule: String, CaseIterable, Sendable {
    /// More objects of a kind removed than the limit allows.
    case removedObjects = "removed-objects"
    /// More memberships or attachments removed than the limit allows.
    case removedEdges = "removed-edges"
    /// More objects updated or renamed than the limit allows.
    case updatedObjects = "updated-objects"
    /// The commit declares nothing, and something is owned.
    case emptyDesired = "empty-desired"
    /// A path of the target is not in the commit.
    case missingPath = "missing-path"
    /// The commit has less than half the manifests of the last applied one.
    case halvedManifests = "halved-manifests"
    /// A protected object deleted, renamed, disabled or emptied.
    case protected
    /// The commit does not come after the last applied one.
    case rewind
    /// A list that had items is left with none.
    case emptiedList = "emptied-list"
    /// Edges that Writ did not make, cut for the first time.
    case foreignEdges = "foreign-edges"
    /// The commit's guards are weaker than those in force.
    case loosenedGuards = "loosened-guards"
    /// Too few effective administrators after some prefix of the plan.
    case administrators
    /// The principal that applies plans would lose what it may do, or nobody can tell.
    case applier
    /// An address list that shuts out those who apply plans.
    case lockout
    /// More sensitive access handed out than the limit allows.
    case sensitiveGrants = "sensitive-grants"
    /// An agency that a service may have made for itself, taken over or changed.
    case reserved
    /// A live object that differs from its manifest and is not owned. Lifted by `--adopt`.
    case adoption
}

/// Why a guard refuses a plan.
package struct Refusal: Hashable, Sendable {
    /// The rule that refuses.
    package var rule: GuardRule
    /// A lower-case sentence without a full stop.
    package var message: String
    /// How many are concerned, where that is what is refused.
    package var count: Int?
    /// How many would pass.
    package var limit: Int?
    /// What is concerned, in order.
    package var items: [String]

    package init(
        _ rule: GuardRule, _ message: String, count: Int? = nil, limit: Int? = nil, items: [String] = []
    ) {
        self.rule = rule
        self.message = message
        self.count = count
        self.limit = limit
        self.items = items
    }
}
