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
    /// The files of policy documents, and of other values, by path.
    package internal(set) var documents: [String: [UInt8]]
    private let original: [String: [UInt8]]

    /// - Parameters:
    ///   - files: the manifest files.
    ///   - documents: the files that manifests name as values.
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
                drafts[address], inlined: inlined.filter { $0.address == address }.map(\.field))
            segments[home.file]?.replace(document: home.document, by: bytes)
        }
        for (path, cut) in segments { files[path] = cut.joined(without: removed[path] ?? []) }
        for object in added { add(object, to: place(object)) }
    }

    private func edited(
        _ bytes: [UInt8], _ path: String, _ old: DesiredObject, _ new: DesiredObject, _ draft: Draft?,
        inlined: [Field]
    ) throws(EditFailure) -> [UInt8] {
        guard let source = YamlSource(bytes, file: path) else {
            throw EditFailure(
                "the manifest of `\(old.address)` cannot be edited in place", at: SourceSpan(startOf: path))
        }
        var editor = ObjectEditor(source, kind: old.address.kind)
        do throws(EditFailure) {
            try editor.edit(from: old, to: new, elsewhere: Set((draft?.files ?? []).map(\.field)))
            for field in inlined {
                if let value = new.fields[field] { try editor.moveInline(field, value) }
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

// MARK: Values in files of their own

/// A field of an object whose value is in a file.
private struct FileUser: Hashable {
    var address: Address
    var field: Field

    func value(in state: DesiredState) -> DesiredValue? { state.objects[address]?.fields[field] }
}

extension EditedManifests {
    /// Edits the files that hold values; one that nothing names any more goes.
    ///
    /// - Returns: the fields whose value moves into the manifest, since others share its file and stay as they are.
    private mutating func editDocumentFiles(
        from old: DesiredState, to new: DesiredState, _ drafts: [Address: Draft]
    ) throws(EditFailure) -> Set<FileUser> {
        var users: [String: [FileUser]] = [:]
        var inlined: Set<FileUser> = []
        for (address, draft) in drafts {
            for file in draft.files {
                users[file.path, default: []].append(FileUser(address: address, field: file.field))
            }
        }
        for (path, all) in users {
            var staying = all.filter { new.objects[$0.address] != nil }
                .sorted { ($0.address, $0.field) < ($1.address, $1.field) }
            if Set(staying.map { $0.value(in: new) }).count > 1 {
                let changed = staying.filter { $0.value(in: old) != $0.value(in: new) }
                inlined.formUnion(changed)
                staying.removeAll { inlined.contains($0) }
            }
            guard let first = staying.first else {
                documents[path] = nil
                continue
            }
            guard first.value(in: old) != first.value(in: new), let bytes = documents[path] else { continue }
            switch first.value(in: new) {
            case .scalar(.document(let document))?:
                documents[path] = try editedDocumentFile(bytes, path, to: document)
            case .scalar(.text(let text))?: documents[path] = Array(text.utf8)
            default: continue
            }
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
    /// Writes a value into the manifest instead of naming its file.
    fileprivate mutating func moveInline(_ field: Field, _ value: DesiredValue) throws(EditFailure) {
        guard let fileKey = field.fileKey else { return }
        let path = ["spec"] + field.rawValue.split(separator: ".").map(String.init)
        try editor.set(path, YamlOutline(value), order: order)
        try editor.remove(path.dropLast() + [fileKey])
    }
}
