package import WritModel
package import WritPolicy

/// One key of one operator as it is written, beside what it means.
package struct WrittenCondition {
    /// A value of the key.
    package struct Value {
        /// As written; what is no text as its text.
        package var text: String
        /// Where it stands.
        package var path: ElementPath
        /// What the operator reads in it.
        package var meaning: ConditionValue
    }

    /// As the vendor understands it.
    package var meaning: Condition
    /// Its values, in the author's order.
    package var values: [Value]
    /// As written.
    package var json: JSONValue
    /// Where the values stand.
    package var path: ElementPath
    /// Where the operator stands.
    package var operatorPath: ElementPath
    /// All that the statement says of conditions.
    package var all: LintedElement

    /// The operator in its parts.
    package var name: OperatorName { OperatorName(meaning.operatorName) }
}

/// An operator as it is written, in its parts.
package struct OperatorName: Hashable, Sendable {
    /// `ForAnyValue:`, `ForAllValues:` or nothing.
    package var qualifier: String
    /// What stands between.
    package var base: String
    /// `IfExists` or nothing.
    package var suffix: String

    /// Takes a name apart, whatever its case.
    package init(_ text: String) {
        var rest = text[...]
        qualifier = ""
        for candidate in [Qualifier.anyValue, .allValues] {
            let start = candidate.rawValue + ":"
            if rest.lowercased().hasPrefix(start.lowercased()) {
                qualifier = String(rest.prefix(start.count))
                rest = rest.dropFirst(start.count)
                break
            }
        }
        let end = "ifexists"
        suffix =
            rest.lowercased().hasSuffix(end) && rest.count > end.count ? String(rest.suffix(end.count)) : ""
        base = String(rest.dropLast(suffix.count))
    }

    /// The whole name.
    package var text: String { qualifier + base + suffix }
}

extension LintedStatement {
    /// The conditions that were understood, in the author's order; none where the statement was not.
    package var conditions: [WrittenCondition] {
        guard let reading, !reading.conditions.isEmpty, let all = element("Condition") else { return [] }
        let places = all.members.flatMap { name in name.members.map { (name, $0) } }
        guard places.count == reading.conditions.count else { return [] }
        return zip(places, reading.conditions).compactMap { place, meaning in
            let texts = valueTexts(place.1.value, at: place.1.path)
            guard texts.count == meaning.values.count else { return nil }
            let values = zip(texts, meaning.values).map {
                WrittenCondition.Value(text: $0.text, path: $0.path, meaning: $1)
            }
            return WrittenCondition(
                meaning: meaning, values: values, json: place.1.value, path: place.1.path,
                operatorPath: place.0.path, all: all)
        }
    }
}

/// The values of a key with their places: what is no text counts as its text, as for the vendors.
private func valueTexts(_ value: JSONValue, at path: ElementPath) -> [(text: String, path: ElementPath)] {
    switch value {
    case .string(let text), .number(let text): [(text, path)]
    case .boolean(let flag): [(flag ? "true" : "false", path)]
    case .array(let items): items.enumerated().flatMap { valueTexts($1, at: path.item($0)) }
    case .null, .object: []
    }
}
