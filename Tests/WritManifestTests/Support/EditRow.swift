import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport

/// Manifests, a change of what they are to say, and nothing else: the text after it is in a golden.
struct EditRow: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [String: String]
    var change: @Sendable (inout DesiredState) -> Void

    /// One file, `m.yaml`.
    init(_ name: String, _ text: String, _ change: @escaping @Sendable (inout DesiredState) -> Void) {
        self.init(name, ["m.yaml": text], change)
    }

    init(
        _ name: String, _ files: [String: String], _ change: @escaping @Sendable (inout DesiredState) -> Void
    ) {
        (testDescription, self.files, self.change) = (name, files, change)
    }

    /// The edit as a diff; whatever is wrong with it is recorded.
    func diff(_ location: SourceLocation = #_sourceLocation) -> String {
        let before = decode(files)
        #expect(!before.diagnostics.hasErrors, "\(before.diagnostics)", sourceLocation: location)
        var wanted = before.state
        change(&wanted)
        let manifests = files.filter { $0.key.hasSuffix(".yaml") }
            .map { ManifestFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let documents = files.filter { !$0.key.hasSuffix(".yaml") || $0.key.hasPrefix("documents/") }
            .mapValues { DocumentFile(bytes: Array($0.utf8)) }
        var edited = EditedManifests(files: manifests, documents: documents)
        do throws(EditFailure) {
            try edited.edit(from: before.state, to: wanted) { "new/\($0.address.name).yaml" }
        } catch {
            return "refused: \(error.diagnostic.message)\n"
        }
        let bytes = edited.files.merging(edited.documents) { first, _ in first }
        let after = decode(bytes)
        #expect(after.diagnostics.filter { $0.severity == .error } == [], sourceLocation: location)
        #expect(after.state == wanted, "the edited text says something else", sourceLocation: location)
        return edited.edits.map {
            unifiedDiff(of: $0.path, from: $0.before, to: $0.after, context: 1, style: .plain)
        }.joined()
    }
}

extension DesiredState {
    /// The object `x` of a kind.
    subscript(kind: Kind) -> DesiredObject {
        get {
            objects[Address(kind, kind.isSingleton ? "default" : "x")] ?? DesiredObject(Address(kind, "x"))
        }
        set { objects[newValue.address] = newValue }
    }
}

/// A text as a field's value.
func text(_ text: String) -> DesiredValue { .scalar(.text(text)) }

/// A policy document that allows the actions of each statement.
func allowing(_ statements: [String]...) -> DesiredValue {
    let values = statements.map { actions in
        JSONValue.object([
            .init("Effect", "Allow"), .init("Action", .array(actions.map(JSONValue.string))),
        ])
    }
    return .scalar(.document(PolicyDocument(["Version": "1.1", "Statement": .array(values)])))
}
