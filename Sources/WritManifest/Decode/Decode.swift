package import WritDiagnostics
package import WritModel

/// A file that a policy names as its document.
package struct DocumentFile: Hashable, Sendable {
    /// Not checked in any way yet.
    package var bytes: [UInt8]

    /// Takes the file's content as the commit has it.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// What the manifests of a target say.
package struct Decoding: Sendable {
    /// Every object whose manifest says which object it is. Where `diagnostics` holds an error the state
    /// may lack fields, lists and objects that the commit declares: nothing may be planned from it.
    package var state = DesiredState()
    /// Where the parts of every object of `state` stand.
    package var sources = SourceMap()
    /// Sorted by file and place, each once.
    package var diagnostics: [Diagnostic] = []
    /// How many manifests the files hold, whether or not they could be read.
    package var manifestCount = 0
    /// The paths of the manifest files, sorted.
    package var files: [String] = []
    /// The tests and invariants, by kind and name.
    package var checks: [AccessCheck] = []
}

/// Puts the files of a target together and checks what they say about each other.
///
/// - Parameter documents: the files of ``ParsedManifests/documentPaths`` that the commit has, by path.
package func decode(
    _ parsed: ParsedManifests, documents: [String: DocumentFile], limits: ManifestLimits = ManifestLimits()
) -> Decoding {
    let files = parsed.files.filter { !parsed.documentPaths.contains($0.path) }
    var collected = Collected(files)
    collected.readDocuments(documents, limits: limits)
    collected.checkReferences()
    collected.checkRenames()
    collected.checkMemberships()
    let checks = files.flatMap(\.checks)
    collected.checkChecks(checks)
    var decoding = Decoding()
    decoding.manifestCount = files.reduce(0) { $0 + $1.manifestCount }
    decoding.files = files.map(\.path)
    decoding.checks = checks.sorted { $0.id < $1.id }
    decoding.diagnostics = (files.flatMap(\.diagnostics) + collected.diagnostics).ordered()
    decoding.state.objects.reserveCapacity(collected.drafts.count)
    decoding.sources.objects.reserveCapacity(collected.drafts.count)
    for index in collected.drafts.indices {
        let address = collected.drafts[index].object.address
        decoding.state.objects[address] = collected.drafts[index].object
        decoding.sources.objects[address] = collected.drafts[index].source
    }
    return decoding
}
