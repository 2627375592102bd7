package import WritDiagnostics
package import WritManifest
package import WritModel
internal import WritPolicy

/// The files that fixes are made in.
package struct FixableFiles: Sendable {
    /// What the manifests declare.
    package var state: DesiredState
    /// Where their parts stand.
    package var sources: SourceMap
    /// The manifest files.
    package var manifests: [ManifestFile]
    /// The files that policies name as their documents.
    package var documents: [String: DocumentFile]
    /// Files that are documents by themselves, by path.
    package var policies: [String: [UInt8]]
    /// Whose language the documents are in.
    package var dialect: Dialect

    /// The files of a target, or policy files, or both.
    package init(
        state: DesiredState = DesiredState(), sources: SourceMap = SourceMap(),
        manifests: [ManifestFile] = [],
        documents: [String: DocumentFile] = [:], policies: [String: [UInt8]] = [:],
        dialect: Dialect = .huawei
    ) {
        self.dialect = dialect
        self.state = state
        self.sources = sources
        self.manifests = manifests
        self.documents = documents
        self.policies = policies
    }

    /// Whether a fix is about these files.
    package func holds(_ fix: Fix) -> Bool {
        switch fix.edit {
        case .document(_, let id):
            switch id.holder {
            case .object(let address, _): state.objects[address] != nil
            case .file(let path), .item(let path, _): policies[path] != nil
            }
        case .object(let object): state.objects[object.address] != nil
        case .comment(let span): manifests.contains { $0.path == span.file }
        }
    }
}

/// What came of making fixes.
package struct FixResult: Sendable {
    /// What becomes of the files that change, by path.
    package var edits: [FileEdit] = []
    /// How many fixes were made.
    package var count = 0
    /// Why others were not, each with its title.
    package var failures: [(title: String, diagnostic: Diagnostic)] = []
}

/// Makes fixes. What two of them change is made by the first; the other one comes with the next run.
///
/// Each fix is proved by reading the edited text again: it says what the fix says and nothing else changed, or the fix is not made.
package func apply(_ fixes: [Fix], to files: FixableFiles) -> FixResult {
    var run = FixRun(files)
    for (id, group) in run.groups(of: fixes) { run.editDocument(id, group) }
    for fix in fixes {
        switch fix.edit {
        case .document: continue
        case .object(let object): run.editObject(fix.title, object)
        case .comment(let span): run.removeComment(fix.title, span)
        }
    }
    return run.result
}

/// Makes fixes one after the other, on copies until each is proved.
struct FixRun {
    private(set) var manifests: EditedManifests
    private var policies: [String: [UInt8]]
    let files: FixableFiles
    private var editedObjects: Set<Address> = []
    private var count = 0
    private var failures: [(title: String, diagnostic: Diagnostic)] = []

    init(_ files: FixableFiles) {
        self.files = files
        manifests = EditedManifests(files: files.manifests, documents: files.documents)
        policies = files.policies
    }

    /// The edits of each document, in the order of the fixes. Edits of a fix that meets an earlier one are left out with all of it.
    func groups(of fixes: [Fix]) -> [(LintedPolicy.ID, [Fix])] {
        var order: [LintedPolicy.ID] = []
        var groups: [LintedPolicy.ID: [Fix]] = [:]
        for fix in fixes {
            guard case .document(let edits, let id) = fix.edit else { continue }
            if groups[id] == nil { order.append(id) }
            let others = (groups[id] ?? []).flatMap(\.documentEdits)
            guard (others + edits).compatible.count == others.count + edits.count else { continue }
            groups[id, default: []].append(fix)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    mutating func editDocument(_ id: LintedPolicy.ID, _ fixes: [Fix]) {
        var edits = fixes.flatMap(\.documentEdits)
        var manifests = manifests
        var policies = policies
        do throws(EditFailure) {
            switch id.holder {
            case .object(let address, let field):
                guard let source = files.sources[address] else { return }
                try manifests.edit(edits, field: field, of: address, at: source)
                try prove(fixes, address, field, source, manifests)
            case .file(let path), .item(let path, _):
                if case .item(_, let index) = id.holder { edits = edits.map { $0.inside(item: index) } }
                let before = policies[path] ?? []
                policies[path] = try editedDocument(before, path: path, by: edits)
                try prove(fixes, SourceText(path: path, bytes: before), policies[path] ?? [])
            }
            count += fixes.count
        } catch {
            // One of them may be in the way of the others.
            if fixes.count > 1 { return fixes.forEach { editDocument(id, [$0]) } }
            failures += fixes.map { ($0.title, error.diagnostic) }
            return
        }
        self.manifests = manifests
        self.policies = policies
    }

    /// Edits a manifest. Of several fixes of one object the first is made: they start from what it says now.
    mutating func editObject(_ title: String, _ object: DesiredObject) {
        guard editedObjects.insert(object.address).inserted else { return }
        var state = files.state
        state.objects[object.address] = object
        var manifests = manifests
        do throws(EditFailure) {
            try manifests.edit(from: files.state, to: state) { _ in "" }
            if let source = files.sources[object.address] {
                try manifests.prove(from: self.manifests, at: source, changing: object.address) {
                    $1 == object
                }
            }
        } catch {
            failures.append((title, error.diagnostic))
            return
        }
        count += 1
        self.manifests = manifests
    }

    mutating func removeComment(_ title: String, _ span: SourceSpan) {
        do throws(EditFailure) {
            try manifests.removeComment(at: span)
            count += 1
        } catch {
            failures.append((title, error.diagnostic))
        }
    }

    var result: FixResult {
        var edits = manifests.edits
        for (path, bytes) in policies where files.policies[path] != bytes {
            edits.append(FileEdit(path, before: files.policies[path], after: bytes))
        }
        return FixResult(edits: edits.sorted { $0.path < $1.path }, count: count, failures: failures)
    }
}

extension Fix {
    fileprivate var documentEdits: [DocumentEdit] {
        if case .document(let edits, _) = edit { edits } else { [] }
    }
}

extension DocumentEdit {
    fileprivate func inside(item index: Int) -> DocumentEdit {
        func moved(_ path: ElementPath) -> ElementPath { ElementPath([.item(index)] + path.steps) }
        return switch self {
        case .set(let path, let value): .set(moved(path), value)
        case .remove(let path): .remove(moved(path))
        case .rename(let path, let name): .rename(moved(path), name)
        case .append(let path, let value): .append(moved(path), value)
        }
    }
}
