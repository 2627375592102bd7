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
    var allow = SlowTruth.no
    var deny = SlowTruth.no
    for statement in slowStatements(documents, dialect: dialect, kind: kind, options: options) {
        guard statement.isReadable else {
            allow = [allow, .open].disjunction
            deny = [deny, .open].disjunction
            continue
        }
        let truth = statement.truth(for: request)
        if statement.isDeny == true {
            deny = [deny, truth].disjunction
        } else {
            allow = [allow, truth].disjunction
        }
    }
    return slowVerdict(allow: allow, deny: deny)
}

/// The verdict where some Allow matches and some Deny matches, each perhaps open.
func slowVerdict(allow: SlowTruth, deny: SlowTruth) -> Verdict {
    if deny == .yes { return .explicitDeny }
    if allow == .no { return .implicitDeny }
    return allow == .yes && deny == .no ? .allowed : .uncertain
}

/// The statements of documents, in order.
func slowStatements(
    _ documents: [JSONValue], dialect: Dialect, kind: PolicyKind, options: ReadingOptions
) -> [SlowStatement] {
    documents.flatMap { document in
        // A bare list of statements counts as one of AWS's later version.
        let list = document.array
        let version =
            list == nil ? slowMember("Version", of: document).flatMap { slowTexts($0).first } : "2012-10-17"
        let statements = list ?? slowMember("Statement", of: document).map { $0.array ?? [$0] } ?? []
        return statements.map {
            SlowStatement(json: $0, dialect: dialect, kind: kind, options: options, version: version)
        }
    }
}
