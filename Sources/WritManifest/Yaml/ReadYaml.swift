internal import WritDiagnostics

/// A file's bytes read as YAML: what could be read, and everything that was wrong with it.
struct YamlFile {
    let file: String
    let bytes: [UInt8]
    var tree = YamlTree()
    var diagnostics: [Diagnostic] = []
    /// Where hidden characters were reported, so that they are not reported again as a text's.
    var hidden: [SourceSpan] = []
    /// The bytes, or none of them where the file is too large to be looked at.
    var scanned: [UInt8] = []
    /// Whether a part of the file could not be read at all.
    var isCut = false
}

/// Reads one file: bytes, then libyaml's events, then a tree within the limits. Cost is linear.
func readYaml(_ bytes: [UInt8], file: String, limits: ManifestLimits) -> YamlFile {
    var result = YamlFile(file: file, bytes: bytes)
    guard bytes.count <= limits.file else {
        result.isCut = true
        result.diagnostics = [fileTooLarge(file, bytes.count, limit: limits.file)]
        return result
    }
    result.scanned = bytes
    let scan = ByteScan(bytes, file: file)
    result.diagnostics = scan.fatal + scan.hidden
    result.hidden = scan.hidden.compactMap(\.span)
    guard scan.fatal.isEmpty else {
        result.isCut = true
        return result
    }
    var builder = YamlTreeBuilder(file: file, size: bytes.count, limits: limits)
    let failure = readEvents(bytes, into: &builder)
    result.tree = builder.tree
    result.diagnostics += builder.diagnostics
    result.isCut = failure != nil || builder.isDone
    if let failure {
        result.diagnostics.append(YamlSyntax(file: file, bytes: bytes).diagnostic(failure))
    }
    if result.isCut { result.tree.dropUnfinishedDocument() }
    return result
}

extension YamlTree {
    /// Takes out the last document, which reading stopped in.
    mutating func dropUnfinishedDocument() {
        _ = roots.popLast()
    }
}

/// The diagnostic for a file of `size` bytes, which is not read.
func fileTooLarge(_ file: String, _ size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
        "repo.file-size", "the file has \(size) bytes, more than \(limit)", at: SourceSpan(startOf: file),
        help: "split the file")
}
