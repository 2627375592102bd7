package import WritModel

/// Compares what everybody of an account may do in two states of it.
///
/// Principals whose grants are the same on both sides are compared once, and not at all where no document of theirs changed. Cost follows
/// the number of distinct combinations that changed.
/// - Parameters:
///   - renames: From the address on the new side to that on the old one, for objects that are renamed.
///   - moment: Requests before it do not count.
package func compareAccounts(
    old: AccountAccess, new: AccountAccess, renames: [Address: Address] = [:], at moment: Instant
) -> AccountComparison {
    var comparer = AccountComparer(old: old, new: new, renames: renames, moment: moment)
    return comparer.compareAll()
}

/// Compares class after class, and gathers what is alike.
struct AccountComparer {
    let old: AccountAccess
    let new: AccountAccess
    let renames: [Address: Address]
    let moment: Instant
    /// Policies whose meaning differs, or that one side alone has.
    private let changedPolicies: Set<PolicyReference>
    /// Users, groups and agencies that something else is attached to, or a policy whose meaning differs.
    private let changedHolders: Set<Address>
    private var known: [ClassPair: ClassDifference] = [:]
    private var askedKeys: AskedKeys
    var rows = AccessRows()

    init(old: AccountAccess, new: AccountAccess, renames: [Address: Address], moment: Instant) {
        self.old = old
        self.new = new
        self.renames = renames
        self.moment = moment
        let references = Set(old.policies.keys).union(new.policies.keys)
        let changedPolicies = references.filter { reference in
            let before = old.policies[reference]
            let after = new.policies[reference]
            return before?.statements != after?.statements
                || before?.unreadableCount != after?.unreadableCount
        }
        self.changedPolicies = changedPolicies
        changedHolders = old.holders.union(new.holders).filter { holder in
            let grants = new.ownGrants(of: holder)
            return old.ownGrants(of: holder) != grants
                || grants.contains { changedPolicies.contains($0.attachment.policy) }
        }
        askedKeys = AskedKeys(old: old, new: new, moment: moment)
    }

    mutating func compareAll() -> AccountComparison {
        let goneNames = Set(renames.values)
        let principals = Set(
            new.principals + old.principals.filter { !goneNames.contains($0) || new.has($0) })
        for principal in principals.sorted() { compare(principal) }
        for group in emptyGroups { compareLatent(Address(.group, group)) }
        compareUnattached()
        for agency in Set(old.facts.agencies.keys).union(new.facts.agencies.keys).sorted() {
            compareTrust(agency)
        }
        return rows.comparison(principalCount: principals.count)
    }

    /// The principal's address on the old side.
    func before(_ principal: Address) -> Address { renames[principal] ?? principal }

    // MARK: Principals

    private mutating func compare(_ principal: Address) {
        let earlier = before(principal)
        if earlier == principal, isUntouched(principal) { return }
        let oldClass = old.grantClass(of: earlier)
        let newClass = new.grantClass(of: principal)
        let difference = difference(oldClass, newClass, principal)
        let isLatent = newClass.isDisabled && oldClass.isDisabled
        let oldGrants = old.grants(of: earlier).map(renamed)
        // Ways are told of those who had some and still can use them.
        let hasWays = old.has(earlier) && new.has(principal) && !newClass.isDisabled
        rows.add(
            difference, principal: principal, isLatent: isLatent, oldGrants: oldGrants,
            newGrants: new.grants(of: principal), tellsWays: hasWays)
        // What a disabled user would get back on the day it is enabled.
        if newClass.isDisabled {
            var awakeOld = oldClass
            var awakeNew = newClass
            awakeOld.isDisabled = false
            awakeNew.isDisabled = false
            if awakeOld != awakeNew || touches(awakeNew) {
                rows.add(
                    self.difference(awakeOld, awakeNew, principal), principal: principal, isLatent: true,
                    oldGrants: oldGrants, newGrants: new.grants(of: principal))
            }
        }
    }

    /// A grant of the old side in the names of the new one.
    private func renamed(_ grant: Grant) -> Grant {
        var grant = grant
        for (after, before) in renames {
            grant.attachment = grant.attachment.renamed(before, to: after)
            grant.membership = grant.membership?.renamed(before, to: after)
        }
        return grant
    }

    /// Whether all that reaches the principal is the same on both sides.
    private func isUntouched(_ principal: Address) -> Bool {
        if changedHolders.contains(principal) || old.isDisabled(principal) != new.isDisabled(principal) {
            return false
        }
        guard principal.kind == .user else { return true }
        let memberships = new.groups(of: principal.name)
        return old.groups(of: principal.name) == memberships
            && !memberships.contains { changedHolders.contains(Address(.group, $0.group)) }
    }

    private func touches(_ grants: GrantClass) -> Bool {
        grants.terms.contains { changedPolicies.contains($0.policy) }
    }

    private mutating func difference(
        _ oldClass: GrantClass, _ newClass: GrantClass, _ principal: Address
    ) -> ClassDifference {
        let isSame =
            oldClass.isDisabled == newClass.isDisabled && oldClass.terms == newClass.terms
            && !touches(newClass)
        if isSame { return .none }
        let fixed = askedKeys.fixedValues(oldClass, newClass, principal)
        let pair = ClassPair(old: oldClass, new: newClass, fixed: fixed)
        if let difference = known[pair] { return difference }
        let before = old.effectivePolicies(of: oldClass)
        let after = new.effectivePolicies(of: newClass)
        let bounds = RequestBounds(
            fixed: fixed, time: RequestBounds.Time(key: new.dialect.currentTimeKey, first: moment))
        let comparison = WritPolicy.compare(
            old: before.set, new: after.set, extent: .findings, bounds: bounds)
        var reasons = Set(comparison.gained.unknown + comparison.lost.unknown)
        for terms in Set(before.unknown).symmetricDifference(after.unknown) {
            reasons.insert(.unknownPolicy("\(terms.policy)"))
        }
        let difference = ClassDifference(
            changes: changes(.gained, comparison.gained, in: after, other: before)
                + changes(.lost, comparison.lost, in: before, other: after),
            reasons: reasons)
        known[pair] = difference
        return difference
    }

    private func changes(
        _ direction: AccessDirection, _ answer: ComparisonAnswer, in side: EffectivePolicies,
        other: EffectivePolicies
    ) -> [AccessChange] {
        answer.findings.map { finding in
            let statement = side.set.statements[finding.statement]
            let refused = other.set.decide(finding.witness)
            return AccessChange(
                direction: direction,
                danger: AccessDanger(
                    action: finding.action?.glob, resource: finding.resource,
                    isConditional: !statement.conditions.isEmpty, dialect: new.dialect),
                source: .policy(side.terms[side.set.documents[finding.statement]]), statement: statement,
                actions: finding.action.map { [$0.text] } ?? [],
                resources: finding.resource.map { [$0.text] } ?? [], principals: [], groups: [],
                witness: finding.witness, refusal: refusal(refused, other), isLatent: false)
        }
    }

    private func refusal(_ decision: Decision, _ side: EffectivePolicies) -> AccessRefusal? {
        guard decision.verdict == .explicitDeny, let id = decision.deciding.first else { return nil }
        return AccessRefusal(
            source: .policy(side.terms[side.set.documents[id]]), statement: side.set.statements[id])
    }

    // MARK: What counts later

    /// Groups that nobody is in.
    private var emptyGroups: [String] {
        let occupied = Set(new.facts.memberships.map(\.group))
        let former = Set(renames.values.filter { $0.kind == .group && !new.has($0) }.map(\.name))
        return old.facts.groups.union(new.facts.groups).subtracting(occupied).subtracting(former).sorted()
    }

    private mutating func compareLatent(_ group: Address) {
        let difference = difference(
            old.grantClass(of: before(group)), new.grantClass(of: group), group)
        rows.add(difference, principal: group, isLatent: true, oldGrants: [], newGrants: [])
    }

    /// Documents that change and that nobody holds on either side.
    private mutating func compareUnattached() {
        let held = Set(
            (Array(old.facts.attachments.keys) + Array(new.facts.attachments.keys)).map(\.policy))
        let documents = Set(old.facts.documents.keys).union(new.facts.documents.keys).subtracting(held)
        for reference in documents.sorted()
        where old.facts.documents[reference] != new.facts.documents[reference] {
            let terms = GrantTerms(policy: reference)
            let sides = [old, new].map { account in
                account.facts.documents[reference].map { readPolicy($0.json, dialect: account.dialect) }
            }
            let sets = sides.map { EffectivePolicies(PolicySet($0.map { [$0] } ?? []), terms, new.dialect) }
            let comparison = WritPolicy.compare(old: sets[0].set, new: sets[1].set, extent: .findings)
            let difference = ClassDifference(
                changes: changes(.gained, comparison.gained, in: sets[1], other: sets[0])
                    + changes(.lost, comparison.lost, in: sets[0], other: sets[1]),
                reasons: Set(comparison.gained.unknown + comparison.lost.unknown))
            rows.add(difference, principal: nil, isLatent: true, oldGrants: [], newGrants: [])
        }
    }
}
