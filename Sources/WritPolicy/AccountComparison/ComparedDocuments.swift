import WritModel

/// The documents of both sides of a comparison, numbered: what is written alike on both sides has one number.
struct ComparedDocuments {
    /// By number.
    private(set) var all: [ComparedDocument] = []
    private let old: AccountAccess
    private let new: AccountAccess
    private var oldNumbers: [GrantTerms: Int] = [:]
    private var newNumbers: [GrantTerms: Int] = [:]
    /// The services that each names, and those that its Allow statements name.
    private var services: [(all: UInt64, allowed: UInt64)] = []
    private var meetings: [Pair: Meeting] = [:]

    /// What a document has to say about the requests that another one's Allow statements give.
    enum Meeting {
        case nothing
        /// Something, but no Deny.
        case allows
        /// A Deny, perhaps more.
        case denies
    }

    private struct Pair: Hashable {
        var giving: Int
        var other: Int
    }

    init(old: AccountAccess, new: AccountAccess) {
        self.old = old
        self.new = new
    }

    /// The numbers of the documents that count for a class and are known, ascending.
    mutating func numbers(of grants: GrantClass, isNew: Bool) -> [Int] {
        if grants.isDisabled { return [] }
        return grants.terms.compactMap { isNew ? newNumber(of: $0) : oldNumber(of: $0) }.sorted()
    }

    private mutating func oldNumber(of terms: GrantTerms) -> Int? {
        if let number = oldNumbers[terms] { return number }
        let number = isShared(terms.policy) ? newNumber(of: terms) : add(terms, old)
        oldNumbers[terms] = number
        return number
    }

    private mutating func newNumber(of terms: GrantTerms) -> Int? {
        if let number = newNumbers[terms] { return number }
        let number = add(terms, new)
        newNumbers[terms] = number
        return number
    }

    private func isShared(_ policy: PolicyReference) -> Bool {
        new.policies[policy] != nil
            && old.facts.documents[policy]?.json == new.facts.documents[policy]?.json
    }

    private mutating func add(_ terms: GrantTerms, _ side: AccountAccess) -> Int? {
        guard let reading = side.policies[terms.policy] else { return nil }
        let document = ComparedDocument(terms, reading, side.dialect)
        all.append(document)
        // A statement that cannot be read may be about any service.
        services.append((document.isUnreadable ? .max : document.services, document.allowedServices))
        return all.count - 1
    }

    /// What a document has to say about what another one gives. May say more than is so, never less.
    mutating func meeting(giving: Int, _ other: Int) -> Meeting {
        if services[giving].allowed & services[other].all == 0 { return .nothing }
        if all[other].isUnreadable { return .denies }
        let pair = Pair(giving: giving, other: other)
        if let known = meetings[pair] { return known }
        let allows = all[giving].allows
        let isMet = { (reach: StatementReach) in allows.contains(where: reach.canMeet) }
        let result: Meeting =
            if all[other].denies.contains(where: isMet) {
                .denies
            } else if all[other].allows.contains(where: isMet) {
                .allows
            } else { .nothing }
        meetings[pair] = result
        return result
    }
}
