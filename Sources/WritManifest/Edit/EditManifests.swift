internal import WritDiagnostics
package import WritModel

/// What becomes of one file.
package struct FileEdit: Hashable, Sendable {
    /// The path in the repository.
    package var path: String
    /// The bytes it has now; `nil` where there is no such file yet.
    package var before: [UInt8]?
    /// The bytes it gets; `nil` where it goes.
    package var after: [UInt8]?

    /// `nil` stands for no file.
    package init(_ path: String, before: [UInt8]?, after: [UInt8]?) {
        self.path = path
        self.before = before
        self.after = after
    }
}

/// The files of a target as they are edited.
package struct EditedManifests: Sendable {
    /// The manifest files by path.
    package internal(set) var files: [String: [UInt8]]
    /// The files of policy documents by path.
    package internal(set) var documents: [String: [UInt8]]
    private let original: [String: [UInt8]]

    /// - Parameters:
    ///   - files: the manifest files.
    ///   - documents: the files that policies name as their documents.
    package init(files: [ManifestFile], documents: [String: DocumentFile]) {
        self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        self.documents = documents.mapValues(\.bytes)
        for path in self.documents.keys { self.files[path] = nil }
        self.original = self.files.merging(self.documents) { first, _ in first }
    }

    /// What became of the files, by path; files that stay as they are are left out.
    package var edits: [FileEdit] {
        let now = files.merging(documents) { first, _ in first }
        return Set(original.keys).union(now.keys).sorted().compactMap { path in
            original[path] == now[path] ? nil : FileEdit(path, before: original[path], after: now[path])
        }
    }

    /// Edits the manifests, which say `old`, so that they say `new`. Only the lines that have to change do.
    ///
    /// - Parameter place: the file that a new object's manifest goes to.
    /// - Throws: ``EditFailure`` where a change cannot be made in place.
    package mutating func edit(
        from old: DesiredState, to new: DesiredState, place: (DesiredObject) -> String
    ) throws(EditFailure) {
        var homes: [Address: (file: String, document: Int)] = [:]
        var drafts: [Address: Draft] = [:]
        var segments: [String: ManifestSegments] = [:]
        for (path, bytes) in files {
            let parsed = parseFile(ManifestFile(path: path, bytes: bytes))
            guard let cut = ManifestSegments(bytes, documents: parsed.drafts.count + parsed.checks.count)
            else {
                throw EditFailure(
                    "the file cannot be taken apart into its manifests", at: SourceSpan(startOf: path))
            }
            segments[path] = cut
            for draft in parsed.drafts {
                homes[draft.object.address] = (path, draft.document)
                drafts[draft.object.address] = draft
            }
        }
        let inlined = try editDocumentFiles(from: old, to: new, drafts)
        var removed: [String: Set<Int>] = [:]
        var added: [DesiredObject] = []
        for address in Set(old.objects.keys).union(new.objects.keys).sorted()
        where old.objects[address] != new.objects[address] {
            guard let after = new.objects[address] else {
                if let home = homes[address] { removed[home.file, default: []].insert(home.document) }
                continue
            }
            guard let before = old.objects[address], let home = homes[address] else {
                added.append(after)
                continue
            }
            let bytes = try edited(
                segments[home.file]?.bytes(ofDocument: home.document) ?? [], home.file, before, after,
                drafts[address], isInlined: inlined.contains(address))
            segments[home.file]?.replace(document: home.document, by: bytes)
        }
        for (path, cut) in segments { files[path] = cut.joined(without: removed[path] ?? []) }
        for object in added { add(object, to: place(object)) }
    }

    private func edited(
        _ bytes: [UInt8], _ path: String, _ old: DesiredObject, _ new: DesiredObject, _ draft: Draft?,
        isInlined: Bool
    ) throws(EditFailure) -> [UInt8] {
        guard let source = YamlSource(bytes, file: path) else {
            throw EditFailure(
                "the manifest of `\(old.address)` cannot be edited in place", at: SourceSpan(startOf: path))
        }
        var editor = ObjectEditor(source, kind: old.address.kind)
        do throws(EditFailure) {
            let isElsewhere = draft?.documentFile != nil
            try editor.edit(from: old, to: new, isDocumentElsewhere: isElsewhere)
            if isInlined, case .scalar(.document(let document))? = new.fields[.document] {
                try editor.moveDocumentInline(document)
            }
        } catch {
            // Its place counts from the part that was edited, not from the file.
            var diagnostic = error.diagnostic
            diagnostic.span = draft?.source.name
            diagnostic.message += ", in the manifest of `\(old.address)`"
            throw EditFailure(diagnostic)
        }
        return editor.editor.source.bytes
    }

    private mutating func add(_ object: DesiredObject, to path: String) {
        let text = manifestText(of: object)
        files[path] = files[path].map { ManifestSegments.appending(text, to: $0) } ?? Array(text.utf8)
    }
}

// MARK: Documents in files of their own

extension EditedManifests {
    /// Edits the files that hold documents; one that nothing names any more goes.
    ///
    /// - Returns: the policies whose document moves into their manifest, since others share its file and
    ///   stay as they are.
    private mutating func editDocumentFiles(
        from old: DesiredState, to new: DesiredState, _ drafts: [Address: Draft]
    ) throws(EditFailure) -> Set<Address> {
        var users: [String: [Address]] = [:]
        var inlined: Set<Address> = []
        for (address, draft) in drafts {
            if let path = draft.documentFile?.path { users[path, default: []].append(address) }
        }
        for (path, addresses) in users {
            var staying = addresses.filter { new.objects[$0] != nil }.sorted()
            if Set(staying.map { new.objects[$0]?.fields[.document] }).count > 1 {
                let changed = staying.filter { address in
                    old.objects[address]?.fields[.document] != new.objects[address]?.fields[.document]
                }
                inlined.formUnion(changed)
                staying.removeAll { inlined.contains($0) }
            }
            guard let first = staying.first else {
                documents[path] = nil
                continue
            }
            guard old.objects[first]?.fields[.document] != new.objects[first]?.fields[.document],
                let bytes = documents[path],
                case .scalar(.document(let document))? = new.objects[first]?.fields[.document]
            else { continue }
            documents[path] = try editedDocumentFile(bytes, path, to: document)
        }
        return inlined
    }

    private func editedDocumentFile(
        _ bytes: [UInt8], _ path: String, to document: PolicyDocument
    ) throws(EditFailure) -> [UInt8] {
        if path.hasSuffix(".json") { return editedJSON(bytes, to: document, file: path) }
        guard let source = YamlSource(bytes, file: path) else {
            throw EditFailure("the document cannot be edited in place", at: SourceSpan(startOf: path))
        }
        var editor = YamlEditor(source)
        try editor.reconcile([], with: document.json)
        return editor.source.bytes
    }
}

extension ObjectEditor {
    /// Writes the document into the manifest instead of naming its file.
    fileprivate mutating func moveDocumentInline(_ document: PolicyDocument) throws(EditFailure) {
        try editor.set(["spec", "document"], YamlOutline(document: document.json), order: order)
        try editor.remove(["spec", "documentFile"])
    }
}
