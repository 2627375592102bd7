package import WritModel

/// Compares what everybody of an account may do in two states of it.
///
/// Principals whose grants are the same on both sides are compared once, and not at all where no document of theirs changed. What a
/// document gives beside the same others is found once for all combinations. Cost follows the number of documents that changed and
/// of distinct combinations of those that can say something about the same requests.
/// - Parameters:
///   - renames: From the address on the new side to that on the old one, for objects that are renamed.
///   - moment: Requests before it do not count.
package func compareAccounts(
    old: AccountAccess, new: AccountAccess, renames: [Address: Address] = [:], at moment: Instant
) -> AccountComparison {
    var comparer = AccountComparer(old: old, new: new, renames: renames, moment: moment)
    var comparison = comparer.compareAll()
    comparison.escalation = compareEscalations(old: old, new: new, renames: renames, at: moment)
    return comparison
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
    private var answers: [DocumentQuestion: DocumentDifference] = [:]
    private var documents: ComparedDocuments
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
        documents = ComparedDocuments(old: old, new: new)
        askedKeys = AskedKeys(new, moment: moment)
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
        let memberships = new.groups(of: principal)
        return old.groups(of: principal) == memberships
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
        let before = documents.numbers(of: oldClass, isNew: false)
        let after = documents.numbers(of: newClass, isNew: true)
        let asksForName = !askedKeys.fixedValues(before + after, documents, principal).isEmpty
        let pair = ClassPair(old: oldClass, new: newClass, name: asksForName ? principal : nil)
        if let difference = known[pair] { return difference }
        var result = ClassDifference(parts: [], reasons: openReasons(oldClass, newClass, before, after))
        let several = Set((before + after).flatMap { documents.all[$0].severalKeys })
        for number in after {
            result.add(answer(.gained, giving: number, own: after, other: before, several, principal))
        }
        for number in before {
            result.add(answer(.lost, giving: number, own: before, other: after, several, principal))
        }
        known[pair] = result
        return result
    }

    /// What one document of a side gives, as it was answered before where it was.
    private mutating func answer(
        _ direction: AccessDirection, giving: Int, own: [Int], other: [Int], _ several: Set<String>,
        _ principal: Address
    ) -> DocumentDifference? {
        guard var question = documents.question(direction, giving: giving, own: own, other: other) else {
            return nil
        }
        question.fixed = askedKeys.fixedValues(question.numbers, documents, principal)
        if !several.isEmpty {
            question.several = several.filter { key in
                question.numbers.contains { documents.all[$0].keys.contains(key) }
            }
        }
        if let known = answers[question] { return known }
        let time = RequestBounds.Time(key: new.dialect.currentTimeKey, first: moment)
        let (changes, reasons) = documents.answer(question, time: time, new.dialect)
        let result = DocumentDifference(changes: rows.numbered(changes), reasons: Set(reasons))
        answers[question] = result
        return result
    }

    /// Why not everything can be told of two classes, whatever their documents say.
    private func openReasons(
        _ oldClass: GrantClass, _ newClass: GrantClass, _ before: [Int], _ after: [Int]
    ) -> Set<OpenReason> {
        var reasons: Set<OpenReason> = []
        let unreadable = (before + after).reduce(0) { $0 + documents.all[$1].reading.unreadableCount }
        if unreadable > 0 { reasons.insert(.unreadable(count: unreadable)) }
        let unknownBefore = old.unknownTerms(of: oldClass)
        for terms in unknownBefore.symmetricDifference(new.unknownTerms(of: newClass)) {
            reasons.insert(.unknownPolicy("\(terms.policy)"))
        }
        return reasons
    }

    // MARK: What counts later

    /// Groups that nobody is in.
    private var emptyGroups: [String] {
        let occupied = Set(new.facts.memberships.map(\.group)).union(new.facts.mappedGroups)
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
            let changes =
                sets[1].changes(.gained, comparison.gained, other: sets[0])
                + sets[0].changes(.lost, comparison.lost, other: sets[1])
            let difference = DocumentDifference(
                changes: rows.numbered(changes),
                reasons: Set(comparison.gained.unknown + comparison.lost.unknown))
            rows.add(
                ClassDifference(parts: [difference], reasons: difference.reasons), principal: nil,
                isLatent: true, oldGrants: [], newGrants: [])
        }
    }
}

extension ClassDifference {
    fileprivate mutating func add(_ part: DocumentDifference?) {
        guard let part else { return }
        reasons.formUnion(part.reasons)
        if !part.changes.isEmpty { parts.append(part) }
    }
}

extension AccountAccess {
    /// What counts for a class although its document is not known.
    fileprivate func unknownTerms(of grants: GrantClass) -> Set<GrantTerms> {
        grants.isDisabled ? [] : grants.terms.filter { policies[$0.policy] == nil }
    }
}
