/// What is to be written as YAML, with as much about its layout as the meaning decides.
package indirect enum YamlOutline: Hashable, Sendable {
    /// Quoted where it has to be; of several lines as a block.
    case text(String)
    /// As it is: a number, a boolean, a date.
    case word(String)
    /// On one line where all items are texts, words or pairs and fit, else one item a line.
    case list([YamlOutline])
    /// A mapping of one key that says what a name names, such as `{account: x}`.
    case pair(String, YamlOutline)
    /// A mapping on one line where it fits, such as `{system: x}`.
    case compact([Entry])
    /// A mapping of one key a line.
    case block([Entry])

    /// A key with its value.
    package struct Entry: Hashable, Sendable {
        /// As it is meant; quoted where it has to be.
        package var key: String
        /// What stands under the key.
        package var value: YamlOutline

        /// The entry of that key.
        package init(_ key: String, _ value: YamlOutline) {
            self.key = key
            self.value = value
        }

        /// The entry as whole lines at `indent` columns, each with its line end.
        package func lines(indent: Int = 0) -> String {
            var layout = YamlLayout()
            layout.add(self, indent: indent)
            return layout.text
        }
    }

    /// The value on one line, as it stands between brackets or braces.
    package var flowText: String {
        switch self {
        case .text(let text): yamlScalar(text, inFlow: true)
        case .word(let word): word
        case .list(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
        case .pair(let key, let value): "{" + yamlKey(key, inFlow: true) + ": " + value.flowText + "}"
        case .compact(let entries), .block(let entries):
            "{"
                + entries.map { yamlKey($0.key, inFlow: true) + ": " + $0.value.flowText }
                .joined(separator: ", ") + "}"
        }
    }

    /// The value as an item of a list that has one item a line: whole lines, the dash at `indent` columns.
    package func itemLines(indent: Int) -> String {
        var layout = YamlLayout()
        layout.addItem(self, indent: indent)
        return layout.text
    }

    /// Whether a person would write the value on one line, if that line is not too long.
    var isFlowing: Bool {
        switch self {
        case .text(let text): !text.utf8.contains(0x0A)
        case .word: true
        case .list(let items): items.allSatisfy { $0.isFlowing && !$0.isCollection }
        case .pair(_, let value): value.isFlowing
        case .compact(let entries): entries.allSatisfy(\.value.isFlowing)
        case .block(let entries): entries.isEmpty
        }
    }

    /// Whether a list that holds the value has one item a line.
    private var isCollection: Bool {
        switch self {
        case .text, .word, .pair: false
        case .list, .compact, .block: true
        }
    }
}
