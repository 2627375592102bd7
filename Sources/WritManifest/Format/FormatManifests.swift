package import WritDiagnostics
package import WritModel

/// A manifest file in its canonical layout, or why it stays as it is.
package struct FormattedFile: Sendable {
    /// The file's bytes as they are to be; those that it has where `diagnostics` holds an error.
    package var bytes: [UInt8]
    /// What is wrong with the file, if anything.
    package var diagnostics: [Diagnostic] = []
}

/// Brings a file to the canonical layout: keys in their schema's order, two spaces a level, lists indented
/// below their key, comments beside what they stood beside, no white space at the ends of lines, at most one
/// blank line in a row. Values and their quotes stay as they are written.
///
/// The result declares the same as the file and holds the same comments: that is checked, and a file for
/// which it does not hold stays as it is, as does one with an error. Formatting twice is formatting once.
package func format(_ file: ManifestFile, limits: ManifestLimits = ManifestLimits()) -> FormattedFile {
    let parsed = parseFile(file, limits: limits)
    var result = FormattedFile(bytes: file.bytes, diagnostics: parsed.diagnostics.ordered())
    guard !result.diagnostics.hasErrors,
        let segments = ManifestSegments(file.bytes, documents: parsed.drafts.count + parsed.checks.count)
    else { return result }
    let kinds = Dictionary(
        parsed.drafts.map { ($0.document, $0.object.address.kind) }, uniquingKeysWith: { first, _ in first })
    var text = ""
    for (position, part) in segments.parts.enumerated() {
        let document = segments.partOfDocument.firstIndex(of: position)
        text += formattedPart(
            part, isManifest: document != nil, kind: document.flatMap { kinds[$0] }, file.path)
    }
    let newline = SourceIndex(file.bytes).newline
    let bytes = text.utf8.flatMap { $0 == 0x0A ? newline : [$0] }
    let after = parseFile(ManifestFile(path: file.path, bytes: bytes), limits: limits)
    guard after.drafts.map(\.object) == parsed.drafts.map(\.object),
        after.checks.map(\.withoutPlaces) == parsed.checks.map(\.withoutPlaces),
        after.drafts.map(\.filePaths) == parsed.drafts.map(\.filePaths),
        comments(of: bytes, file.path) == comments(of: file.bytes, file.path)
    else {
        result.diagnostics.append(
            Diagnostic(
                "fmt.not-the-same", "this file cannot be laid out without changing what it says",
                at: SourceSpan(startOf: file.path),
                help: "it was left as it is; lay it out by hand, and please report it"))
        return result
    }
    result.bytes = bytes
    return result
}

/// The texts of a file's comments, sorted: what no layout may lose.
private func comments(of bytes: [UInt8], _ file: String) -> [String] {
    let yaml = readYaml(bytes, file: file, limits: ManifestLimits())
    let index = SourceIndex(bytes)
    return findComments(in: yaml.tree, index).map { trimmed(index.text($0)) }.sorted()
}

/// One document with its marker, or comments between markers.
///
/// - Parameter kind: the kind of its object; `nil` for a check.
private func formattedPart(_ part: [UInt8], isManifest: Bool, kind: Kind?, _ file: String) -> String {
    guard isManifest, let source = YamlSource(part, file: file),
        source.node(source.root).kind == .mapping, source.node(source.root).style == .block
    else { return tidied(part) }
    var layout = FormatLayout(source, kind: kind)
    return layout.document()
}

/// A part that is laid out by nobody: only white space at the ends of lines goes.
private func tidied(_ part: [UInt8]) -> String {
    let text = String(decoding: part, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        trimmed(String($0))
    }
    return lines.reversed().drop { $0.isEmpty }.reversed().map { $0 + "\n" }.joined()
}

/// `text` without spaces and tabs at its end.
func trimmed(_ text: String) -> String {
    var bytes = text.utf8[...]
    while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
    return String(bytes) ?? text
}
