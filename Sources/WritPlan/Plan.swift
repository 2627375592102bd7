internal import WritDiagnostics
package import WritDigest
package import WritModel

/// All that a plan depends on: what it was made from, and what it read.
package struct PlanBinding: Hashable, Sendable {
    /// The version of Writ that made the plan.
    package var tool: String
    /// The target's name.
    package var target: String
    /// The target's manifest paths: with its name, the scope that the plan manages.
    package var paths: [String]
    /// The sort of store.
    package var store: StoreKind
    /// The account id that the store answered; `nil` for a store that did not exist.
    package var account: String?
    /// The commit, or the working tree.
    package var revision: Revision
    /// The ledger's lineage; `nil` for a store that did not exist.
    package var lineage: String?
    /// When expiries are judged.
    package var asOf: Instant
    /// When it was made.
    package var createdAt: Instant
    /// From when the plan can no longer be applied.
    package var expiresAt: Instant
    /// The guards' settings in the commit.
    package var guards: GuardSettings
    /// Live objects that may be taken over, besides those whose manifest says so.
    package var adopting: [Address]
    /// The version of every object and edge that the plan read.
    package var reads: PlanReads
    /// When the snapshot was taken that the plan was made from instead of the live store. Such a plan is
    /// never applied.
    package var snapshotAt: Instant?

    package init(
        tool: String, target: String, paths: [String], store: StoreKind, account: String?, revision: Revision,
        lineage: String?, asOf: Instant, createdAt: Instant, expiresAt: Instant, guards: GuardSettings,
        adopting: [Address], reads: PlanReads,
        snapshotAt: Instant? = nil
    ) {
        self.tool = tool
        self.target = target
        self.paths = paths
        self.store = store
        self.account = account
        self.revision = revision
        self.lineage = lineage
        self.asOf = asOf
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.guards = guards
        self.adopting = adopting
        self.reads = reads
        self.snapshotAt = snapshotAt
    }
}

/// A warning that goes with a plan.
package struct PlanWarning: Hashable, Sendable {
    /// The diagnostic's code.
    package var code: String
    /// The diagnostic's sentence.
    package var message: String
    /// `file:line:column`.
    package var place: String?
    /// What to do about it.
    package var help: String?

    package init(code: String, message: String, place: String?, help: String?) {
        self.code = code
        self.message = message
        self.place = place
        self.help = help
    }
}

/// The difference between a commit and a store as data: what will happen, in order, and what it is bound to.
package struct Plan: Hashable, Sendable {
    /// What it depends on.
    package var binding: PlanBinding
    /// In the order they are to be made.
    package var changes: [Change]
    /// What its readers should know besides.
    package var warnings: [PlanWarning]
    /// Live objects that nobody declared and Writ does not own, in order.
    package var unmanaged: [Address]
    /// Live objects that nobody declared and that are not the account's own, in order.
    package var reserved: [ReservedObject]
    /// Declared fields that the store cannot show.
    package var unverifiable: [ObjectField]
    /// Declared objects that no change but an adoption concerns.
    package var unchangedCount: Int
    /// What the guards said when the plan was made; they are asked again before it is applied.
    package var refusals: [Refusal]

    package init(binding: PlanBinding, difference: Difference, refusals: [Refusal]) {
        self.binding = binding
        self.changes = difference.changes
        self.warnings = difference.diagnostics.map {
            PlanWarning(
                code: $0.code, message: $0.message, place: $0.span?.description, help: $0.help)
        }
        self.unmanaged = difference.unmanaged
        self.reserved = difference.reserved
        self.unverifiable = difference.unverifiable
        self.unchangedCount = difference.unchangedCount
        self.refusals = refusals
    }

    init(
        binding: PlanBinding, changes: [Change], warnings: [PlanWarning], unmanaged: [Address],
        reserved: [ReservedObject], unverifiable: [ObjectField], unchangedCount: Int, refusals: [Refusal]
    ) {
        self.binding = binding
        self.changes = changes
        self.warnings = warnings
        self.unmanaged = unmanaged
        self.reserved = reserved
        self.unverifiable = unverifiable
        self.unchangedCount = unchangedCount
        self.refusals = refusals
    }

    /// Whether anything in the store would change. Adoptions and releases count as no change.
    package var changesStore: Bool { changes.contains { !$0.effect.isLedgerOnly } }

    /// The hash over the effects, the target and its paths: the same while the plan means the same,
    /// whatever commits land. The order in which they are made follows from them and the live state, and is no part of it.
    package var effectDigest: Digest {
        let json: JSONValue = [
            "target": .string(binding.target), "paths": .array(binding.paths.map(JSONValue.string)),
            "effects": .array(ordered(changes).map { .string($0.effectDigest.hex) }),
        ]
        return Digest(of: json.compactText)
    }

    /// The hash over all that the plan says and binds: what an approval names.
    package var digest: Digest { Digest(of: boundBytes) }
}

/// What a plan read: an object or an edge, under the name it had then.
package enum ReadKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    case object(Address)
    case membership(Membership)
    case attachment(AttachmentKey)

    package var description: String {
        switch self {
        case .object(let address): address.description
        case .membership(let edge): edge.description
        case .attachment(let key): key.description
        }
    }

    package static func < (a: ReadKey, b: ReadKey) -> Bool {
        switch (a, b) {
        case (.object(let a), .object(let b)): a < b
        case (.membership(let a), .membership(let b)): a < b
        case (.attachment(let a), .attachment(let b)): a < b
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .object: 0
        case .membership: 1
        case .attachment: 2
        }
    }
}
