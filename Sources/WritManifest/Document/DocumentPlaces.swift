package import WritDiagnostics
package import WritModel

/// Finds where the parts of one policy document stand in its author's text, which is read once for all of them.
package struct DocumentPlaces {
    private let text: Text

    private enum Text {
        case json(JSONText)
        case yaml(NodeReader, Slot)

        init?(_ file: SourceText) {
            guard file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") else {
                let bytes = file.bytes
                self = .json(
                    JSONText(
                        bytes: bytes, file: file.path, position: { position(of: $0, in: bytes) { _ in 0 } },
                        whole: SourceSpan(startOf: file.path)))
                return
            }
            let yaml = readYaml(file.bytes, file: file.path, limits: ManifestLimits())
            guard let root = yaml.tree.roots.first else { return nil }
            self = .yaml(NodeReader(yaml), Slot(root: root, ""))
        }
    }

    /// The places of an object's document, or of an agency's trust policy.
    ///
    /// - Returns: `nil` where the text is not at hand, or is not what the object was read from.
    package init?(_ field: Field, of source: ObjectSource, text: (String) -> SourceText?) {
        if field == .document, let path = source.files[.document] {
            guard let file = text(path), let found = Text(file) else { return nil }
            self.text = found
            return
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
        self.text =
            reader.tree[slot.node].kind == .scalar ? .json(reader.jsonText(slot)) : .yaml(reader, slot)
    }

    /// The places of a file that is a document: YAML where its name says so, else JSON.
    package init?(inFile file: SourceText) {
        guard let found = Text(file) else { return nil }
        text = found
    }

    /// Where the value at the end of `path` stands: of one over several lines, its name or its first character.
    package func span(of path: [ElementPath.Step]) -> SourceSpan {
        switch text {
        case .json(let json): json.span(of: path)
        case .yaml(let reader, let slot): reader.place(of: path, in: slot)
        }
    }

    /// Where the name of the member at the end of `path` stands; where there is none, its value.
    package func keySpan(of path: [ElementPath.Step]) -> SourceSpan {
        switch text {
        case .json(let json): json.keySpan(of: path)
        case .yaml(let reader, let slot): reader.keyPlace(of: path, in: slot)
        }
    }
}
