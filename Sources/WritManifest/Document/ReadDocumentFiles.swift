internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Reads the values that manifests keep in files of their own.
    mutating func readDocuments(_ documents: [String: DocumentFile], limits: ManifestLimits) {
        var known: [String: Value] = [:]
        var read: Set<String> = []
        for index in drafts.indices {
            for value in drafts[index].files {
                guard let file = documents[value.path] else {
                    diagnostics.append(
                        Diagnostic(
                            value.field.fileCode, "there is no file `\(value.path)` in the commit",
                            at: value.span, help: "write a path relative to the manifest's folder"))
                    continue
                }
                // Two sorts of value in one file are two readings of it.
                let key = "\(value.field.rawValue) \(value.path)"
                if read.insert(key).inserted {
                    let (content, found) = readValueFile(value, file.bytes, limits: limits)
                    known[key] = content
                    diagnostics += found
                }
                drafts[index].object.fields[value.field] = known[key].map { .scalar($0) }
            }
        }
    }
}

private func readValueFile(
    _ file: ValueFile, _ bytes: [UInt8], limits: ManifestLimits
) -> (Value?, [Diagnostic]) {
    guard file.field != .document else {
        let (document, found) = readDocumentFile(file.path, bytes, limits: limits)
        return (document.map { .document($0) }, found)
    }
    guard bytes.count <= limits.file else {
        return (nil, [fileTooLarge(file.path, bytes.count, limit: limits.file)])
    }
    let scan = ByteScan(bytes, file: file.path)
    guard scan.fatal.isEmpty, scan.hidden.isEmpty else { return (nil, scan.fatal + scan.hidden) }
    if privateKeySort(of: bytes) != nil {
        // Told with the places of the keys.
        return (nil, straySecrets(in: bytes, file: file.path, besides: [], isCut: false))
    }
    let source = JSONText(
        bytes: bytes, file: file.path, position: { position(of: $0, in: bytes) { _ in 0 } },
        whole: SourceSpan(startOf: file.path))
    if file.field == .samlMetadata {
        if let problem = metadataProblem(source) { return (nil, [problem]) }
        return (.text(String(decoding: bytes, as: UTF8.self).withLineFeeds), [])
    }
    let (json, found) = source.value()
    guard let json else { return (nil, found) }
    if let problem = signingKeysProblem(json, at: source.whole) {
        var problem = problem
        if problem.isSecret { problem.span = source.span(0..<bytes.count) }
        return (nil, [problem])
    }
    return (.text(json.canonicalKeySet), [])
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
