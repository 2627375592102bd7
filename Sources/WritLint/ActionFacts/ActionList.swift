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
        entries = Array(text.utf8).split(separator: UInt8(ascii: "\n")).flatMap { line -> [Entry] in
            let words = line.split(separator: UInt8(ascii: " "))
            guard let prefix = words.first else { return [] }
            return words.dropFirst().map { word in
                let name = Array(prefix + word)
                return Entry(name: String(decoding: name, as: UTF8.self), folded: foldedCase(name))
            }
        }
        byService = Dictionary(grouping: entries) { Array($0.folded.prefix { $0 != UInt8(ascii: ":") }) }
    }

    /// As the vendor writes them.
    package var names: [String] { entries.map(\.name) }

    /// In lower case.
    var folded: [[UInt8]] { entries.map(\.folded) }

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
    package func actions(_ topic: ActionTopic) -> ActionList { lists[topic] ?? noActions }

    private var lists: [ActionTopic: ActionList] {
        switch self {
        case .aws: awsLists
        case .huawei: huaweiLists
        case .jd: jdLists
        case .volcengine: volcengineLists
        }
    }
}

private let noActions = ActionList("")

// Each read when its dialect is first asked for.
private let awsLists = awsActionFacts.mapValues(ActionList.init)
private let huaweiLists = huaweiActionFacts.mapValues(ActionList.init)
private let jdLists = jdActionFacts.mapValues(ActionList.init)
private let volcengineLists = volcengineActionFacts.mapValues(ActionList.init)
