import WritModel

/// The statements of documents that decide together, ready to be asked and compared.
///
/// Copying is cheap. Making it costs in line with the number of patterns, where it has an index.
package struct PolicySet: Sendable {
    /// As they were given.
    package let readings: [PolicyReading]
    /// Of all documents, in their order.
    package let statements: [Statement]
    /// Which document each statement stands in.
    package let documents: [Int]
    let dialect: Dialect
    let options: ReadingOptions
    /// `nil` where every statement is asked: few, or in answer to few requests.
    private let index: ActionIndex?
    let unreadableCount: Int
    /// Keys, in lower case, that a qualifier names: they may have several values.
    let severalKeys: Set<String>

    /// The documents of one dialect; no document at all counts as AWS's.
    ///
    /// - Parameter isIndexed: whether it is to be asked so often that looking statements up by their actions is worth an index.
    package init(_ readings: [PolicyReading], isIndexed: Bool = true) {
        self.readings = readings
        if let first = readings.first, readings.count == 1 {
            statements = first.statements
            documents = Array(repeating: 0, count: first.statements.count)
        } else {
            statements = readings.flatMap(\.statements)
            documents = readings.indices.flatMap { index in
                readings[index].statements.map { _ in index }
            }
        }
        let dialect = readings.first?.dialect ?? .aws
        let options = readings.first?.options ?? ReadingOptions()
        precondition(
            readings.allSatisfy { $0.dialect == dialect && $0.options == options },
            "documents of several dialects do not decide together")
        self.dialect = dialect
        self.options = options
        index = isIndexed ? ActionIndex(statements) : nil
        unreadableCount = readings.reduce(0) { $0 + $1.unreadableCount }
        var severalKeys: Set<String> = []
        for id in statements.indices {
            for condition in statements[id].conditions where condition.operator.qualifier != nil {
                severalKeys.insert(condition.key)
            }
        }
        self.severalKeys = severalKeys
    }

    /// What the documents say about a request. Looks only at statements whose action can match.
    package func decide(_ request: Request) -> Decision {
        let matches = matches(request)
        return Decision(denied: matches.denied, allowed: matches.allowed)
    }

    /// The statements that are about a request, as far as they are needed for an answer.
    func matches(_ request: Request) -> SideMatches {
        let values = RequestValues(request, dialect: dialect, flat: options.flat)
        guard let index else { return SideMatches(values, statements, statements.indices, unreadableCount) }
        let candidates = index.candidates(values.action, resource: values.resource.last)
        return SideMatches(values, statements, candidates, unreadableCount)
    }

    /// Whether it looks statements up by their actions.
    var isIndexed: Bool { index != nil }

    /// The statements that may be about an action, in order: at least all that are.
    func candidates(_ action: [UInt8]) -> [Int] { index?.candidates(action) ?? Array(statements.indices) }
}

/// What a set of documents says about one request, with what decided.
package struct Decision: Hashable, Sendable {
    /// The answer.
    package var verdict: Verdict
    /// The places in ``PolicySet/statements`` of what decided: one Deny, one Allow, or what is open.
    package var deciding: [Int]
    /// Why the answer is uncertain, in order.
    package var reasons: [OpenReason]

    init(denied: Matches, allowed: Matches) {
        switch (denied.truth, allowed.truth) {
        case (.yes, _):
            self.init(verdict: .explicitDeny, deciding: denied.certain, reasons: [])
        case (.no, .yes):
            self.init(verdict: .allowed, deciding: allowed.certain, reasons: [])
        case (_, .no):
            self.init(verdict: .implicitDeny, deciding: [], reasons: [])
        case (.no, .open):
            self.init(verdict: .uncertain, deciding: allowed.open, reasons: allowed.reasons.sorted())
        case (.open, .yes), (.open, .open):
            let reasons = denied.reasons.union(allowed.truth == .open ? allowed.reasons : [])
            self.init(
                verdict: .uncertain,
                deciding: denied.open + (allowed.truth == .yes ? allowed.certain : allowed.open),
                reasons: reasons.sorted())
        }
    }

    /// An answer and its ground.
    package init(verdict: Verdict, deciding: [Int], reasons: [OpenReason]) {
        self.verdict = verdict
        self.deciding = deciding
        self.reasons = reasons
    }
}
