package import WritDiagnostics
package import WritModel

/// Where a part of an object's document stands in the author's text: in its manifest, or in the file that the manifest
/// names. Reads the file again: for the few places that people are shown.
///
/// - Parameter path: from the document's root.
/// - Parameter field: the document, or an agency's trust policy; of a list, the path's first step is the item.
/// - Returns: `nil` where the text is not at hand, or is not what the object was read from.
package func documentSpan(
    of path: [JSONStep], in field: Field, of source: ObjectSource, text: (String) -> SourceText?
) -> SourceSpan? {
    if field == .document, let file = source.documentFile {
        return text(file).flatMap { documentSpan(of: path, inFile: $0) }
    }
    guard let manifest = text(source.name.file) else { return nil }
    let yaml = readYaml(manifest.bytes, file: manifest.path, limits: ManifestLimits())
    let reader = NodeReader(yaml)
    let root = Array(zip(yaml.tree.roots, yaml.tree.starts)).last { _, start in
        start.position <= source.name.start
    }
    guard let (root, _) = root else { return nil }
    var slot = Slot(root: root, "")
    for name in ["spec", field.rawValue] {
        guard reader.tree[slot.node].kind == .mapping,
            let next = reader.entries(of: slot).first(where: { $0.name == name })
        else { return nil }
        slot = next
    }
    switch reader.tree[slot.node].kind {
    case .scalar: return reader.jsonText(slot).span(of: path)
    case .mapping, .sequence, .alias: return reader.place(of: path, in: slot)
    }
}

/// Where a part of a document stands in a file that is the document: JSON where its name says so, else YAML.
package func documentSpan(of path: [JSONStep], inFile file: SourceText) -> SourceSpan? {
    if file.path.hasSuffix(".json") {
        let bytes = file.bytes
        return JSONText(
            bytes: bytes, file: file.path, position: { position(of: $0, in: bytes) { _ in 0 } },
            whole: SourceSpan(startOf: file.path)
        ).span(of: path)
    }
    let yaml = readYaml(file.bytes, file: file.path, limits: ManifestLimits())
    let reader = NodeReader(yaml)
    return yaml.tree.roots.first.map { reader.place(of: path, in: Slot(root: $0, "")) }
}
