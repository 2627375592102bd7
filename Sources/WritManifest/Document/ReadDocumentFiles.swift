internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Reads the documents that policies keep in files of their own.
    mutating func readDocuments(_ documents: [String: DocumentFile], limits: ManifestLimits) {
        var known: [String: PolicyDocument] = [:]
        var read: Set<String> = []
        for index in drafts.indices {
            guard let (path, place) = drafts[index].documentFile else { continue }
            guard let file = documents[path] else {
                diagnostics.append(
                    Diagnostic(
                        "policy.document-file", "there is no file `\(path)` in the commit", at: place,
                        help: "write a path relative to the manifest's folder"))
                continue
            }
            if read.insert(path).inserted {
                let (document, found) = readDocumentFile(path, file.bytes, limits: limits)
                known[path] = document
                diagnostics += found
            }
            drafts[index].object.fields[.document] = known[path].map { .scalar(.document($0)) }
        }
    }
}

private func readDocumentFile(
    _ path: String, _ bytes: [UInt8], limits: ManifestLimits
) -> (PolicyDocument?, [Diagnostic]) {
    guard path.hasSuffix(".json") else { return readYamlDocument(path, bytes, limits: limits) }
    guard bytes.count <= limits.file else {
        return (nil, [fileTooLarge(path, bytes.count, limit: limits.file)])
    }
    let scan = ByteScan(bytes, file: path)
    guard scan.fatal.isEmpty else {
        let found = scan.fatal + scan.hidden
        return (nil, found + straySecrets(in: bytes, file: path, besides: found, isCut: true))
    }
    let json = JSONText(
        bytes: bytes, file: path, position: { position(of: $0, in: bytes) { _ in 0 } },
        whole: SourceSpan(startOf: path), isHiddenKnown: !scan.hidden.isEmpty)
    let (document, found) = json.read()
    let strays = straySecrets(in: bytes, file: path, besides: found, isCut: document == nil)
    return (document, scan.hidden + found + strays)
}

private func readYamlDocument(
    _ path: String, _ bytes: [UInt8], limits: ManifestLimits
) -> (PolicyDocument?, [Diagnostic]) {
    let yaml = readYaml(bytes, file: path, limits: limits)
    var reader = NodeReader(yaml)
    guard let root = yaml.tree.roots.first, yaml.tree.roots.count == 1 else {
        if !yaml.isCut {
            reader.report(
                "policy.document-file", "the file has to hold one document",
                at: yaml.tree.roots.dropFirst().first.map { reader.firstLine(of: $0) }
                    ?? SourceSpan(startOf: path))
        }
        return (nil, diagnostics(of: yaml, reader))
    }
    let document = reader.document(Slot(root: root, "the document"))
    return (document, diagnostics(of: yaml, reader))
}
