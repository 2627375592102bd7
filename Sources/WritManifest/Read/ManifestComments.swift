package import WritDiagnostics

/// A comment of a manifest file, with what it is about.
package struct ManifestComment: Hashable, Sendable {
    /// From its `#` to the end of its line.
    package var text: String
    /// Where it stands.
    package var span: SourceSpan
    /// The lines it is about, from 1: its own where something stands before it; else the whole of the item, entry or
    /// manifest that starts on the next line with content. Empty at the end of a file.
    package var lines: Range<Int>
}

/// The comments of a YAML file, in order; none where it cannot be read. Cost is that of reading it.
package func manifestComments(in file: SourceText) -> [ManifestComment] {
    guard file.bytes.contains(UInt8(ascii: "#")) else { return [] }
    let yaml = readYaml(file.bytes, file: file.path, limits: ManifestLimits())
    guard !yaml.isCut else { return [] }
    let index = SourceIndex(file.bytes)
    var units: [Int: Int] = [:]
    for root in yaml.tree.roots { addUnits(of: root, startingAt: nil, in: yaml.tree, to: &units) }
    let starts = units.keys.sorted()
    return findComments(in: yaml.tree, index).map { range in
        let line = index.line(at: range.lowerBound) + 1
        let column = file.bytes[index.lineStart(at: range.lowerBound)..<range.lowerBound].count {
            $0 & 0xC0 != 0x80
        }
        let text = index.text(range)
        let span = SourceSpan(
            file: file.path, start: SourcePosition(line: line, column: column + 1),
            end: SourcePosition(line: line, column: column + 1 + text.unicodeScalars.count))
        var lines = line..<line + 1
        if index.isFirst(onLine: range.lowerBound) {
            let next = starts.first { $0 > line }
            lines = next.map { $0..<(units[$0] ?? $0) + 1 } ?? line..<line
        }
        return ManifestComment(text: text, span: span, lines: lines)
    }
}

/// Notes the last line of each manifest, item and entry by its first line, of several the longest.
///
/// - Returns: the node's last line.
@discardableResult
private func addUnits(
    of node: Int, startingAt key: Int?, in tree: YamlTree, to units: inout [Int: Int]
) -> Int {
    let raw = tree.nodes[node]
    var last = Int(raw.start.line)
    switch raw.kind {
    case .scalar, .alias:
        last = Int(raw.end.column == 1 && raw.end.line > raw.start.line ? raw.end.line - 1 : raw.end.line)
    case .sequence:
        for child in tree.children(of: node) {
            last = max(last, addUnits(of: child, startingAt: child, in: tree, to: &units))
        }
    case .mapping:
        let children = Array(tree.children(of: node))
        for pair in stride(from: 0, to: children.count - 1, by: 2) {
            let end = addUnits(of: children[pair + 1], startingAt: children[pair], in: tree, to: &units)
            last = max(last, end)
        }
    }
    if raw.style == .flow { last = max(last, Int(raw.end.line)) }
    let first = Int(tree.nodes[key ?? node].start.line)
    units[first] = max(units[first] ?? 0, last)
    return last
}
