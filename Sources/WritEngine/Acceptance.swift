package import WritDiagnostics
package import WritManifest
package import WritModel
package import WritPlan

/// What accepting drift does to the manifests: worked out and proved, nothing is written.
package struct Acceptance: Sendable {
    /// Files to write and to delete, by path; empty where nothing drifted.
    package var edits: [FileEdit]
    /// Accepted objects in which the manifests still say something new that no apply has brought yet.
    package var pending: [Address]
}

/// Why drift cannot be accepted; nothing is written then.
package enum AcceptanceError: Error {
    /// A manifest cannot be edited in place.
    case notInPlace(EditFailure)
    /// The manifests as they would be edited are wrong; the sources are those files.
    case invalid([Diagnostic], sources: [String: SourceText])
    /// The edited manifests do not say what was to be accepted.
    case unproved(String)
}

/// Manifests read from a working tree, with the bytes that they were read from.
package struct EditableManifests: Sendable {
    /// What they declare, without an error.
    package var declaration: Declaration
    /// The manifest files.
    package var files: [ManifestFile]
    /// The files that policies name as their documents.
    package var documents: [String: DocumentFile]

    /// Takes the files that `declaration` was read from.
    package init(declaration: Declaration, files: [ManifestFile], documents: [String: DocumentFile]) {
        self.declaration = declaration
        self.files = files
        self.documents = documents
    }
}

/// Works out the edits that take what drifted into the manifests, and proves that a plan of the edited
/// manifests leaves the accepted objects as they are in the store.
///
/// - Parameter place: the file for a new object's manifest.
/// - Throws: ``AcceptanceError``.
package func propose(
    _ accepted: AcceptedObjects, in manifests: EditableManifests, against state: ReadState, asOf: Instant,
    place: (DesiredObject) -> String
) throws(AcceptanceError) -> Acceptance {
    let declaration = manifests.declaration
    let input = PlanInput(
        desired: declaration.desired, sources: declaration.sources, applied: state.applied,
        observed: state.observed, capabilities: state.capabilities, target: declaration.target, asOf: asOf)
    let wanted = accept(accepted, input)
    var edited = EditedManifests(files: manifests.files, documents: manifests.documents)
    do throws(EditFailure) {
        try edited.edit(from: declaration.desired, to: wanted, place: place)
    } catch {
        throw .notInPlace(error)
    }
    let read = try reread(edited, declaration)
    guard read == wanted else { throw .unproved(firstDifference(read, wanted)) }
    var after = input
    after.desired = read
    if let change = undoing(accepted, after).first {
        throw .unproved("a plan would still undo it: \(change.summary)")
    }
    let problems = diff(after).diagnostics.filter { $0.severity == .error }
    guard problems.isEmpty else { throw .invalid(problems, sources: [:]) }
    return Acceptance(edits: edited.edits, pending: pending(accepted, after))
}

/// What the edited files declare.
private func reread(
    _ edited: EditedManifests, _ declaration: Declaration
) throws(AcceptanceError) -> DesiredState {
    let files = edited.files.map { ManifestFile(path: $0.key, bytes: $0.value) }
    let documents = edited.documents.mapValues(DocumentFile.init(bytes:))
    let all = files + documents.map { ManifestFile(path: $0.key, bytes: $0.value.bytes) }
    let tree = ManifestTree(revision: declaration.revision, files: all)
    let decoding = decode(parseManifests(tree, target: declaration.target), documents: documents)
    guard !decoding.diagnostics.hasErrors else {
        let sources = all.map { ($0.path, SourceText(path: $0.path, bytes: $0.bytes)) }
        throw .invalid(
            decoding.diagnostics.filter { $0.severity == .error },
            sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
    }
    return decoding.state
}

private func firstDifference(_ read: DesiredState, _ wanted: DesiredState) -> String {
    let addresses = Set(read.objects.keys).union(wanted.objects.keys).sorted()
    let address = addresses.first { read.objects[$0] != wanted.objects[$0] }
    return "the edited manifest of `\(address?.description ?? "")` would not say what is in the store"
}

/// The accepted objects that a plan would change although nothing of it is drift.
private func pending(_ accepted: AcceptedObjects, _ input: PlanInput) -> [Address] {
    let changes = diff(input).changes.filter { !$0.effect.isLedgerOnly && accepted.contains($0.address) }
    return Set(changes.map(\.address)).sorted()
}
