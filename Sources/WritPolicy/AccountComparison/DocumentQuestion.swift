import WritModel

/// What one document gives on one side and the other side does not, as a question that many principals have in common.
///
/// A request that the document's Allow statements are about is decided by the documents that can say something about it, and by no
/// others: on the other side all of those, on the document's own side their Deny statements. The answers for all documents of a side
/// are what the side gives; a request lies in one of them.
struct DocumentQuestion: Hashable {
    var direction: AccessDirection
    /// The document's number.
    var giving: Int
    /// Those of its own side that may refuse what it gives, ascending.
    var beside: [Int]
    /// Those of the other side that may say something about what it gives, ascending.
    var against: [Int]
    /// Keys, in lower case, that have one value.
    var fixed: [String: String]
    /// Keys that another document of either side says to have several values.
    var several: Set<String>

    /// Everything that has a say.
    var numbers: [Int] { [giving] + beside + against }
}

extension ComparedDocuments {
    /// The question what the document gives on its side; `nil` where it is nothing, as can be seen without comparing.
    ///
    /// - Parameters:
    ///   - own: The documents of its side, ascending.
    ///   - other: Those of the other side, ascending.
    mutating func question(
        _ direction: AccessDirection, giving: Int, own: [Int], other: [Int]
    ) -> DocumentQuestion? {
        if all[giving].allows.isEmpty { return nil }
        // What both sides have gives something new only where a Deny is gone.
        if other.contains(giving),
            !other.contains(where: { !own.contains($0) && meeting(giving: giving, $0) == .denies })
        {
            return nil
        }
        let beside = own.filter { $0 != giving && meeting(giving: giving, $0) == .denies }
        let against = other.filter { meeting(giving: giving, $0) != .nothing }
        return DocumentQuestion(
            direction: direction, giving: giving, beside: beside, against: against, fixed: [:], several: [])
    }

    /// Compares what the question is about, with all that has a say.
    func answer(_ question: DocumentQuestion, time: RequestBounds.Time, _ dialect: Dialect)
        -> (changes: [AccessChange], reasons: [OpenReason])
    {
        let beside = question.beside.map { (all[$0].terms, all[$0].refusals) }
        let against = question.against.map { (all[$0].terms, all[$0].reading) }
        let side = EffectivePolicies(
            beside + [(all[question.giving].terms, all[question.giving].reading)], dialect)
        let other = EffectivePolicies(against, dialect)
        let bounds = RequestBounds(fixed: question.fixed, time: time, several: question.several)
        let answer = gained(old: other.set, new: side.set, extent: .findings, bounds: bounds)
        return (side.changes(question.direction, answer, other: other), answer.unknown)
    }
}

extension EffectivePolicies {
    /// Documents in the order of their terms.
    fileprivate init(_ documents: [(terms: GrantTerms, reading: PolicyReading)], _ dialect: Dialect) {
        let sorted = documents.count > 1 ? documents.sorted { $0.terms < $1.terms } : documents
        self.init(
            set: PolicySet(sorted.map(\.reading)), terms: sorted.map(\.terms), unknown: [], dialect: dialect)
    }

    /// A document by itself, as if it were attached to the account.
    init(_ set: PolicySet, _ terms: GrantTerms, _ dialect: Dialect) {
        self.init(set: set, terms: set.readings.map { _ in terms }, unknown: [], dialect: dialect)
    }

    /// What these documents give and the others do not, in the words of an account.
    func changes(
        _ direction: AccessDirection, _ answer: ComparisonAnswer, other: EffectivePolicies
    ) -> [AccessChange] {
        answer.findings.map { finding in
            let statement = set.statements[finding.statement]
            return AccessChange(
                direction: direction,
                danger: AccessDanger(
                    action: finding.action?.glob, resource: finding.resource,
                    isConditional: !statement.conditions.isEmpty, dialect: dialect),
                source: .policy(terms[set.documents[finding.statement]]), statement: statement,
                actions: finding.action.map { [$0.text] } ?? [],
                resources: finding.resource.map { [$0.text] } ?? [], principals: [], groups: [],
                witness: finding.witness, refusal: other.refusal(of: finding.witness), isLatent: false)
        }
    }

    /// The Deny that refuses a request; `nil` where none does.
    private func refusal(of request: Request) -> AccessRefusal? {
        let decision = set.decide(request)
        guard decision.verdict == .explicitDeny, let id = decision.deciding.first else { return nil }
        return AccessRefusal(source: .policy(terms[set.documents[id]]), statement: set.statements[id])
    }
}
