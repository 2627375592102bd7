import WritDiagnostics
import WritModel
import WritPlan

/// Plans made by hand, with every sort of change.
enum PlanSample {
    static let noon = Instant(epochSeconds: 1_795_348_800)

    static func binding(
        commit: String? = String(repeating: "9f2c1ab0", count: 5), snapshotAt: Instant? = nil
    ) -> PlanBinding {
        PlanBinding(
            tool: "0.1.0", target: "production", paths: ["iam"], store: .sqlite, account: "acme",
            revision: Revision(commit: commit, name: "main", repository: "/srv/iam.git"), lineage: "l",
            asOf: noon, createdAt: noon, expiresAt: noon.advanced(by: 3600), guards: GuardSettings(),
            adopting: [], reads: PlanReads([:]), snapshotAt: snapshotAt)
    }

    static func plan(
        _ changes: [Change], refusals: [Refusal] = [], warnings: [Diagnostic] = [],
        unmanaged: [Address] = [], unverifiable: [ObjectField] = [], snapshotAt: Instant? = nil
    ) -> Plan {
        var difference = Difference()
        difference.changes = changes
        difference.diagnostics = warnings
        difference.unmanaged = unmanaged
        difference.unverifiable = unverifiable
        difference.unchangedCount = 9
        return Plan(binding: binding(snapshotAt: snapshotAt), difference: difference, refusals: refusals)
    }

    static func document(_ statements: JSONValue...) -> Value {
        .document(PolicyDocument(["Version": "1.1", "Statement": .array(statements)]))
    }

    static func allow(_ actions: JSONValue...) -> JSONValue {
        ["Effect": "Allow", "Action": .array(actions)]
    }

    static func deny(_ actions: JSONValue...) -> JSONValue {
        ["Effect": "Deny", "Action": .array(actions)]
    }

    static func key(_ group: String, _ policy: String) -> AttachmentKey {
        AttachmentKey(principal: Address(.group, group), policy: .custom(policy))
    }

    static func join(_ user: String, _ group: String) -> Change {
        Change(
            Address(.group, group), .join(Membership(user: user, group: group)), cause: .commit,
            source: place("iam/groups.yaml", 9))
    }

    static func place(_ file: String, _ line: Int) -> SourceSpan {
        let start = SourcePosition(line: line, column: 3)
        return SourceSpan(file: file, start: start, end: start)
    }

    /// One change at least of every danger.
    static let everything: [Change] = [
        join("bob", "payments"),
        Change(
            Address(.group, "payments"), .leave(Membership(user: "carol", group: "payments")), cause: .commit,
            source: place("iam/groups.yaml", 9)),
        Change(
            Address(.group, "payments"), .leave(Membership(user: "mallory", group: "payments")),
            cause: .drift, isForeign: true, source: place("iam/groups.yaml", 9)),
        Change(
            Address(.group, "payments"),
            .attach(key("payments", "ledger-write"), expires: nil, replacing: nil),
            cause: .commit, source: place("iam/groups.yaml", 13)),
        Change(
            Address(.group, "payments"),
            .detach(key("payments", "no-prod"), expires: nil), cause: .commit, wave: .liftedDenials),
        Change(
            Address(.policy, "ledger-write"),
            .update([
                FieldChange(
                    .document, before: document(allow("obs:object:get"), deny("obs:bucket:delete")),
                    after: document(allow("obs:object:get"), allow("obs:object:*")))
            ]), cause: .commit, source: place("iam/policies.yaml", 4)),
        Change(
            Address(.user, "alice"),
            .update([FieldChange(.description, before: .text("a"), after: .text("b"))]), cause: .both),
        Change(Address(.user, "dave"), .create([.displayName: .text("Dave")]), cause: .commit),
        Change(
            Address(.user, "zoe"), .delete([.displayName: .text("Zoe"), .enabled: .boolean(true)]),
            cause: .commit),
        Change(Address(.group, "support"), .adopt(Ownership(object: true)), cause: .commit),
    ]
}
