import WritModel
import WritPolicy

/// How principals compared together stand to the same ones compared one by one.
struct SharedOutcome {
    var principals = 0
    var changed = 0
    var unchanged = 0
    /// Principals of whom not everything can be told.
    var open = 0
    var witnesses = 0
    /// Witnesses that a Deny refuses on the other side.
    var refused = 0
    var faults: [String] = []

    mutating func add(_ other: SharedOutcome) {
        principals += other.principals
        changed += other.changed
        unchanged += other.unchanged
        open += other.open
        witnesses += other.witnesses
        refused += other.refused
        faults += other.faults
    }

    mutating func check(_ seed: UInt64) {
        let account = RandomAccount(seed: seed)
        let (old, new) = (account.access(account.old), account.access(account.new))
        let together = compareAccounts(old: old, new: new, at: RandomAccount.now)
        for principal in Set(old.principals + new.principals).sorted() {
            let alone = Alone(principal, old, new)
            let row = Alone(principal, together)
            principals += 1
            changed += alone.found.isEmpty ? 0 : 1
            unchanged += alone.found.isEmpty && alone.reasons.isEmpty ? 1 : 0
            open += alone.reasons.isEmpty ? 0 : 1
            // Where one set is too large to be followed, its parts may not be.
            let isSame =
                alone.isCutShort
                ? alone.found.allSatisfy { row.found[$0.key]?.isSuperset(of: $0.value) ?? false }
                    && row.reasons.isSubset(of: alone.reasons)
                : alone.found == row.found && alone.reasons == row.reasons
            if !isSame {
                faults.append("account \(seed), \(principal): \(row.told) instead of \(alone.told)")
            }
        }
        for change in together.effective {
            guard let first = change.principals.first else { continue }
            witnesses += 1
            refused += change.refusal == nil ? 0 : 1
            let sides = [new, old].map { $0.effectivePolicies(of: first).set.decide(change.witness).verdict }
            let (here, there) = change.direction == .gained ? (sides[0], sides[1]) : (sides[1], sides[0])
            let expected = change.refusal == nil ? Verdict.implicitDeny : .explicitDeny
            if here != .allowed || there != expected {
                faults.append("account \(seed), \(first): \(change.witness) is \(here) and \(there)")
            }
        }
    }
}

/// What changes for one principal: the patterns that give it by where they stand, and why not everything can be told.
private struct Alone {
    var found: [String: Set<String>] = [:]
    var reasons: Set<OpenReason> = []

    /// As rows say.
    init(_ principal: Address, _ comparison: AccountComparison) {
        for change in comparison.changes where change.principals.contains(principal) {
            guard case .policy(let terms) = change.source else { continue }
            let place = Self.place(change.direction, terms, change.statement, change.isLatent)
            found[place, default: []].formUnion(change.actions.map { "action \($0)" })
            found[place, default: []].formUnion(change.resources.map { "resource \($0)" })
        }
        for row in comparison.unknown where row.principals.contains(principal) {
            reasons.formUnion(row.reasons)
        }
    }

    /// By comparing all that the principal holds on both sides as one set.
    init(_ principal: Address, _ old: AccountAccess, _ new: AccountAccess) {
        let classes = [old, new].map { $0.grantClass(of: principal) }
        compare(principal, classes, old, new, isLatent: false)
        // What somebody who is disabled would get back.
        if classes[1].isDisabled {
            var awake = classes
            for side in awake.indices { awake[side].isDisabled = false }
            compare(principal, awake, old, new, isLatent: true)
        }
    }

    private mutating func compare(
        _ principal: Address, _ classes: [GrantClass], _ old: AccountAccess, _ new: AccountAccess,
        isLatent: Bool
    ) {
        let (before, after) = (old.effectivePolicies(of: classes[0]), new.effectivePolicies(of: classes[1]))
        let readings = before.set.readings + after.set.readings
        let asks = readings.contains { $0.asksForPrincipal(new.dialect, account: new.account) }
        let bounds = RequestBounds(
            fixed: asks ? new.ownValues(of: principal, at: RandomAccount.now) : [:],
            time: RequestBounds.Time(key: new.dialect.currentTimeKey, first: RandomAccount.now),
            several: Set(
                readings.flatMap(\.statements).flatMap(\.conditions)
                    .filter { $0.operator.qualifier != nil }.map(\.key)))
        // What is not touched is not looked at: unreadable statements stay what they were.
        guard
            before.set.readings != after.set.readings || before.terms != after.terms
                || before.unknown != after.unknown
        else { return }
        let answers = WritPolicy.compare(
            old: before.set, new: after.set, extent: .findings, bounds: bounds)
        add(.gained, answers.gained, after, isLatent)
        add(.lost, answers.lost, before, isLatent)
        for terms in Set(before.unknown).symmetricDifference(after.unknown) {
            reasons.insert(.unknownPolicy("\(terms.policy)"))
        }
    }

    private mutating func add(
        _ direction: AccessDirection, _ answer: ComparisonAnswer, _ side: EffectivePolicies,
        _ isLatent: Bool
    ) {
        reasons.formUnion(answer.unknown)
        for finding in answer.findings {
            let place = Self.place(
                direction, side.terms[side.set.documents[finding.statement]],
                side.set.statements[finding.statement], isLatent)
            found[place, default: []].formUnion(finding.action.map { ["action \($0.text)"] } ?? [])
            found[place, default: []].formUnion(finding.resource.map { ["resource \($0.text)"] } ?? [])
        }
    }

    private static func place(
        _ direction: AccessDirection, _ terms: GrantTerms, _ statement: Statement, _ isLatent: Bool
    ) -> String {
        let end = terms.expires?.description ?? "ever"
        return
            "\(isLatent ? "later " : "")\(direction) \(terms.policy) \(terms.scope) \(end) \(statement.path)"
    }

    /// Whether something was not followed to its end.
    var isCutShort: Bool {
        reasons.contains {
            switch $0 {
            case .tooManyCases, .variable: true
            default: false
            }
        }
    }

    /// For a message.
    var told: String {
        found.map { "\($0.key): \($0.value.sorted())" }.sorted().joined(separator: "; ")
            + " but \(reasons.sorted())"
    }
}
