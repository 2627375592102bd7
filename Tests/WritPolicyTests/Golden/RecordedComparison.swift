import Testing
import WritModel
import WritPolicy

/// A pair of documents whose difference is recorded.
struct RecordedComparison {
    /// For messages: the line, and the policy that was edited.
    let name: String
    let old: JSONValue
    let new: JSONValue
    let gained: Bool
    let lost: Bool
    let gainedWitness: Request?
    let lostWitness: Request?
    /// Requests, with whether the old and the new document allow them.
    let decisions: [(request: Request, old: Bool, new: Bool)]
    let options: ReadingOptions
}

/// The 900 small pairs over two letters.
func smallComparisons() throws -> [RecordedComparison] {
    try corpusLines("access-diff-small.jsonl").enumerated().map { index, line in
        RecordedComparison(
            name: "line \(index + 1)", old: try document(line["old"]), new: try document(line["new"]),
            gained: try #require(line["gained"]?.boolean as Bool?),
            lost: try #require(line["lost"]?.boolean as Bool?),
            gainedWitness: Request(recorded: line["gainedWitness"]),
            lostWitness: Request(recorded: line["lostWitness"]),
            decisions: try (line["decisions"]?.array ?? []).map {
                let row = try #require($0.array)
                return (
                    try #require(Request(recorded: row[0])), try #require(row[1].boolean as Bool?),
                    try #require(row[2].boolean as Bool?)
                )
            },
            options: ReadingOptions(flat: true, literalVariables: true))
    }
}

/// The edits of managed policies: of the 300, the 248 whose policy is in the corpus.
func editComparisons() throws -> [RecordedComparison] {
    let policies = Dictionary(uniqueKeysWithValues: try managedPolicies().map { ($0.name, $0.document) })
    return try corpusLines("access-diff-aws-edits.jsonl").enumerated().compactMap { index, line in
        let name = try #require(line["policy"]?.string)
        guard let old = policies[name] else { return nil }
        let edit = try #require(RecordedEdit(json: line["edit"]))
        return RecordedComparison(
            name: "line \(index + 1), \(edit.operation) of \(name)", old: old, new: edit.applied(to: old),
            gained: try #require(line["gained"]?.boolean as Bool?),
            lost: try #require(line["lost"]?.boolean as Bool?),
            gainedWitness: Request(recorded: line["gainedWitness"]),
            lostWitness: Request(recorded: line["lostWitness"]), decisions: [],
            options: ReadingOptions(literalVariables: true))
    }
}

private func document(_ statements: JSONValue?) throws -> JSONValue {
    ["Version": "2012-10-17", "Statement": .array(try #require(statements?.array))]
}
