package import WritModel
package import WritPolicy

/// Actions of one topic, ready to be held against patterns.
package struct ActionList: Sendable {
    private struct Entry: Sendable {
        var name: String
        var folded: [UInt8]
    }

    private let entries: [Entry]
    private let byService: [[UInt8]: [Entry]]

    /// Reads lines of `prefix: name name`; the action is prefix, colon and name.
    init(_ text: String) {
        entries = text.split(separator: "\n").flatMap { line -> [Entry] in
            let words = line.split(separator: " ").map(String.init)
            guard let prefix = words.first else { return [] }
            return words.dropFirst().map {
                Entry(name: prefix + $0, folded: foldedCase(Array((prefix + $0).utf8)))
            }
        }
        byService = Dictionary(grouping: entries) { Array($0.folded.prefix { $0 != UInt8(ascii: ":") }) }
    }

    /// As the vendor writes them.
    package var names: [String] { entries.map(\.name) }

    /// The actions that a pattern in lower case matches.
    package func matching(_ glob: Glob) -> [String] {
        let service = glob.bytes.prefix { $0 != UInt8(ascii: ":") && $0 < Glob.one }
        let isLiteral = service.count < glob.bytes.count && glob.bytes[service.count] < Glob.one
        let candidates = isLiteral ? byService[Array(service)] ?? [] : entries
        return candidates.filter { glob.matches($0.folded) }.map(\.name)
    }
}

extension Dialect {
    /// The actions of a topic; none where the vendor has none or does not name them.
    package func actions(_ topic: ActionTopic) -> ActionList { actionLists[self]?[topic] ?? noActions }
}

private let noActions = ActionList("")

private let actionLists: [Dialect: [ActionTopic: ActionList]] = [
    .aws: awsActionFacts, .huawei: huaweiActionFacts, .jd: jdActionFacts, .volcengine: volcengineActionFacts,
].mapValues { $0.mapValues(ActionList.init) }
