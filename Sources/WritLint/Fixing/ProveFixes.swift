internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension FixRun {
    /// Reads an edited document of an object again: nothing else of the files says something else, and what is safe gives and
    /// takes nothing.
    ///
    /// - Throws: ``EditFailure`` for a fix that may not be made.
    func prove(
        _ fixes: [Fix], _ address: Address, _ field: Field, _ source: ObjectSource,
        _ edited: EditedManifests
    ) throws(EditFailure) {
        guard field != .document || source.files[.document] == nil else {
            let path = source.files[.document] ?? ""
            let before = SourceText(path: path, bytes: manifests.documents[path] ?? [])
            return try prove(fixes, before, edited.documents[path] ?? [])
        }
        let dialect = files.dialect
        let kind: PolicyKind = field == .trustPolicy ? .trust : .identity
        try edited.prove(from: manifests, at: source, changing: address) { old, new in
            var rest = new
            rest.fields[field] = old.fields[field]
            guard rest == old, case .scalar(.document(let before))? = old.fields[field],
                case .scalar(.document(let after))? = new.fields[field]
            else { return false }
            return !fixes.areSafe || keepsAccess(before.json, after.json, dialect, kind)
        }
    }

    /// The same for a file that is a document.
    ///
    /// - Throws: ``EditFailure`` for a fix that may not be made.
    func prove(_ fixes: [Fix], _ before: SourceText, _ after: [UInt8]) throws(EditFailure) {
        guard fixes.areSafe else { return }
        let edited = SourceText(path: before.path, bytes: after)
        guard let old = plainDocument(before).json, let new = plainDocument(edited).json,
            keepsAccess(old, new, files.dialect, .identity)
        else { throw unproved(SourceSpan(startOf: before.path)) }
    }
}

extension EditedManifests {
    /// Reads the file of an object before and after: all others in it say what they said.
    ///
    /// - Parameter isMeant: whether the object may become what it became.
    /// - Throws: ``EditFailure`` where it is not so.
    func prove(
        from old: EditedManifests, at source: ObjectSource, changing address: Address,
        _ isMeant: (DesiredObject, DesiredObject) -> Bool
    ) throws(EditFailure) {
        let path = source.name.file
        let before = old.objects(of: path), after = objects(of: path)
        guard before.keys == after.keys, let was = before[address], let became = after[address],
            before.allSatisfy({ $0.key == address || after[$0.key] == $0.value }), isMeant(was, became)
        else { throw unproved(source.name) }
    }

    private func objects(of path: String) -> [Address: DesiredObject] {
        let parsed = parseFile(ManifestFile(path: path, bytes: files[path] ?? []))
        return decode(
            ParsedManifests(files: [parsed]), documents: documents.mapValues { DocumentFile(bytes: $0) }
        )
        .state.objects
    }
}

/// Whether two documents allow the same, as far as it can be told: a known difference is one.
private func keepsAccess(
    _ old: JSONValue, _ new: JSONValue, _ dialect: Dialect, _ kind: PolicyKind
) -> Bool {
    if PolicyDocument(old) == PolicyDocument(new) { return true }
    let before = PolicySet([readPolicy(old, dialect: dialect, kind: kind)])
    let after = PolicySet([readPolicy(new, dialect: dialect, kind: kind)])
    return gained(old: before, new: after).verdict != true && gained(old: after, new: before).verdict != true
}

private func unproved(_ span: SourceSpan) -> EditFailure {
    EditFailure(
        Diagnostic(
            "edit.not-in-place", "the fix would change more than it says", at: span,
            help: "make the change by hand; nothing was written"))
}

extension [Fix] {
    fileprivate var areSafe: Bool { allSatisfy { $0.applicability == .safe } }
}
