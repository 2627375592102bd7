package import WritModel

/// A document written so that documents which mean the same are written the same, as far as the usual edits go.
///
/// Entries and statements that others cover are left out, statements that differ in one list are merged, lists are sorted, actions and operators have one
/// spelling; names of statements, which mean nothing, are gone. What is left means the same as the document, proved, by itself and beside
/// any other policy: a Deny that refuses nothing here stays. Where that cannot be proved, the document is sorted and nothing else.
/// Cost: a comparison for each statement.
/// - Returns: problems and no document where a part cannot be read.
package func canonicalPolicy(
    _ document: JSONValue, dialect: Dialect, kind: PolicyKind = .identity
) -> PolicyRendering {
    let reading = readPolicy(document, dialect: dialect, kind: kind)
    if reading.unreadableCount > 0 || reading.problems.contains(where: \.isBreaking) {
        return PolicyRendering(
            document: nil,
            problems: reading.problems.map {
                RenderingProblem(
                    code: "render.problem", message: $0.message,
                    help: "what cannot be read has no canonical form: mend it first", path: $0.path,
                    isError: true)
            })
    }
    let read = { (json: JSONValue) in readPolicy(json, dialect: dialect, kind: kind) }
    let parts = statementParts(of: document, reading)
    let merged = canonicalDocument(document, of: parts, reading)
    let mergedParts = statementParts(of: merged, read(merged))
    guard parts.hold(mergedParts, dialect), mergedParts.hold(parts, dialect) else {
        let sorted = try? JSONValue(parsing: Array(PolicyDocument(document).canonical.utf8))
        return PolicyRendering(document: sorted ?? document, problems: [])
    }
    // With `?` there may be more cases than are worth the while.
    if reading.statements.contains(where: \.hasQuestionMark) {
        return PolicyRendering(document: merged, problems: [])
    }
    return PolicyRendering(
        document: withoutRedundant(merged) { PolicySet([read($0)]) }, problems: [])
}

/// The document without statements that the others make needless, the first one first.
private func withoutRedundant(_ document: JSONValue, read: (JSONValue) -> PolicySet) -> JSONValue {
    var document = document
    var index = 0
    while let statements = document["Statement"]?.array, index < statements.count, statements.count > 1 {
        var rest = statements
        rest.remove(at: index)
        let shorter = JSONValue.object(
            (document.members ?? []).map { $0.name == "Statement" ? .init($0.name, .array(rest)) : $0 })
        if areEqual(read(document), read(shorter)) {
            document = shorter
        } else {
            index += 1
        }
    }
    return document
}

/// Whether two sets of documents mean the same, proved: by themselves, and beside any other policies, since what they deny is the same too.
package func areEqual(_ a: PolicySet, _ b: PolicySet) -> Bool {
    compare(old: a, new: b).isEquivalent && compare(old: a.denials, new: b.denials).isEquivalent
}

extension PolicySet {
    /// What the documents deny, as documents that allow it.
    package var denials: PolicySet {
        PolicySet(
            readings.map { reading in
                var denials = reading
                denials.statements = reading.statements.filter { $0.effect == .deny }.map { statement in
                    var statement = statement
                    statement.effect = .allow
                    return statement
                }
                return denials
            })
    }
}
