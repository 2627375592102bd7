package import WritModel
package import WritPolicy

/// What documents decide, by the letter of WritPolicy's page on what documents mean.
///
/// Written without WritPolicy's reader and evaluator, to hold them against: it walks the JSON at every question and tries
/// wildcards in every way there is.
package func slowVerdict(
    _ documents: [JSONValue], dialect: Dialect, kind: PolicyKind = .identity,
    options: ReadingOptions = ReadingOptions(), request: Request
) -> Verdict {
    SlowPolicies(documents, dialect: dialect, kind: kind, options: options).verdict(request)
}

/// Documents that are asked several times.
package struct SlowPolicies: Sendable {
    /// The statements of all documents, in order.
    let statements: [SlowStatement]

    /// The documents as the vendor reads them.
    package init(
        _ documents: [JSONValue], dialect: Dialect, kind: PolicyKind = .identity,
        options: ReadingOptions = ReadingOptions()
    ) {
        statements = documents.flatMap { document in
            // A bare list of statements counts as one of AWS's later version.
            let list = document.array
            let written = slowMember("Version", of: document).flatMap { slowTexts($0).first }
            let version = list == nil ? written : "2012-10-17"
            let statements = list ?? slowMember("Statement", of: document).map { $0.array ?? [$0] } ?? []
            return statements.map { SlowStatement($0, dialect, kind, options, version: version) }
        }
    }

    /// What they decide about a request.
    package func verdict(_ request: Request) -> Verdict {
        slowVerdict(statements.map { ($0, $0.isReadable ? $0.truth(for: request) : .open) })
    }
}

/// The verdict of statements, each with whether it matches.
///
/// One that cannot be read is an Allow and a Deny, both open.
func slowVerdict(_ statements: [(statement: SlowStatement, truth: SlowTruth)]) -> Verdict {
    let allow = statements.filter { !$0.statement.isReadable || !$0.statement.isDeny }.map(\.truth)
        .disjunction
    let deny = statements.filter { !$0.statement.isReadable || $0.statement.isDeny }.map(\.truth).disjunction
    return slowVerdict(allow: allow, deny: deny)
}

/// The verdict where some Allow matches and some Deny matches, each perhaps open.
func slowVerdict(allow: SlowTruth, deny: SlowTruth) -> Verdict {
    if deny == .yes { return .explicitDeny }
    if allow == .no { return .implicitDeny }
    return allow == .yes && deny == .no ? .allowed : .uncertain
}
