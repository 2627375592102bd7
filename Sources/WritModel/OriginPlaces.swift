package import WritDiagnostics

/// The lines that state one value.
package struct OriginPlace: Hashable, Sendable {
    /// The manifest's path.
    package var file: String
    /// From 1. The first is where messages point to.
    package var lines: ClosedRange<Int>
    /// A file that as a whole is the value, besides.
    package var documentFile: String?

    /// A line by itself.
    package init(_ line: FileLine) {
        self.file = line.file
        self.lines = line.line...line.line
    }

    /// The lines that the span, or the longer one around it, touches.
    package init(_ span: SourceSpan, within extent: SourceSpan? = nil, documentFile: String? = nil) {
        let whole = extent ?? span
        // A span that ends before the first character of a line does not touch it.
        let last = whole.end.column == 1 ? whole.end.line - 1 : whole.end.line
        let first = min(span.start.line, whole.start.line)
        self.file = span.file
        self.lines = first...max(first, last)
        self.documentFile = documentFile
    }

    /// The first line.
    package var start: FileLine { FileLine(file: file, line: lines.lowerBound) }
}

/// The lines of everything that manifests declare.
package struct OriginPlaces: Sendable {
    private let desired: DesiredState
    private let sources: SourceMap

    /// The places of what `desired` states, as its manifests' source map has them.
    package init(_ desired: DesiredState, _ sources: SourceMap) {
        self.desired = desired
        self.sources = sources
    }

    /// The lines that state it; `nil` where no manifest does.
    ///
    /// Of an edge that both ends state it is the group's line. Cost is linear in the length of its lists.
    package subscript(key: OriginKey) -> OriginPlace? {
        switch key {
        case .object(let address): return sources[address].map { OriginPlace($0.name) }
        case .field(let address, let field):
            guard let source = sources[address], let span = source.fields[field] else { return nil }
            return OriginPlace(
                span, within: source.extents[field],
                documentFile: source.files[field])
        case .membership(let edge):
            let (group, user) = (Address(.group, edge.group), Address(.user, edge.user))
            return item(desired.objects[group]?.members, .members, of: group) { $0.name == edge.user }
                ?? item(desired.objects[user]?.groups, .groups, of: user) { $0.name == edge.group }
        case .attachment(let key):
            return item(desired.objects[key.principal]?.policies, .policies, of: key.principal) {
                $0.policy == key.policy && $0.scope == key.scope
            }
        }
    }

    private func item<Element>(
        _ list: DesiredList<Element>?, _ name: EdgeList, of address: Address, where isIt: (Element) -> Bool
    ) -> OriginPlace? {
        guard let list, list.mode != .none, let index = list.items.firstIndex(where: isIt),
            let spans = sources[address]?.items[name], spans.indices.contains(index)
        else { return nil }
        return OriginPlace(spans[index])
    }
}
