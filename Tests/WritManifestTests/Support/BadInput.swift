import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// A text with one mistake, and the only diagnostic that it may lead to.
struct BadInput: CustomTestStringConvertible, Sendable {
    var name: String
    /// With the place of the diagnostic between `⟦` and `⟧`.
    var text: String
    var code: String
    var message: String
    var help: String?
    var severity: Severity

    init(
        _ name: String, _ text: String, _ code: String, _ message: String, help: String? = nil,
        severity: Severity = .error
    ) {
        (self.name, self.text, self.code, self.message) = (name, text, code, message)
        (self.help, self.severity) = (help, severity)
    }

    var testDescription: String { name }

    /// Decodes the text as the file `m.yaml` and compares what is reported.
    func verify(_ location: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(text)
        verify(decode(["m.yaml": marked.bytes]).diagnostics, marked, location)
    }

    /// Compares what was reported about `marked`.
    func verify(_ found: [Diagnostic], _ marked: MarkedText, _ location: SourceLocation) {
        #expect(found.map(\.code) == [code], "\(found)", sourceLocation: location)
        guard let first = found.first, let span = first.span else { return }
        #expect(first.severity == severity, sourceLocation: location)
        #expect(span == marked.spans.first, "underlined: \(marked.marked)", sourceLocation: location)
        #expect(first.message.contains(message), "\(first.message)", sourceLocation: location)
        #expect(
            first.message.first?.isUppercase == false && !first.message.hasSuffix("."), "\(first.message)",
            sourceLocation: location)
        if let help {
            #expect(
                first.help?.contains(help) == true, "\(first.help ?? "no help")", sourceLocation: location)
        }
    }
}

/// Decodes files by path, and documents among them by theirs.
func decode(_ files: [String: [UInt8]], paths: [String] = ["."]) -> Decoding {
    let manifests = files.filter { $0.key.hasSuffix(".yaml") || $0.key.hasSuffix(".yml") }
    let tree = ManifestTree(
        revision: Revision(commit: nil, name: "work", repository: "r"),
        files: manifests.map { ManifestFile(path: $0.key, bytes: $0.value) }, paths: Set(files.keys))
    let parsed = parseManifests(tree, target: Target(name: "t", account: "a", paths: paths))
    let documents = files.filter { parsed.documentPaths.contains($0.key) }
    return decode(parsed, documents: documents.mapValues(DocumentFile.init(bytes:)))
}

/// Decodes texts by path.
func decode(_ files: [String: String]) -> Decoding { decode(files.mapValues { Array($0.utf8) }) }

/// A manifest of `kind` named `x` with that spec.
func manifest(_ kind: Kind, _ spec: String, name: String? = nil) -> String {
    let name = name ?? (kind.isSingleton ? "default" : "x")
    let lines = spec.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "  " + $0 }
    let body = spec.isEmpty ? "" : "spec:\n" + lines.joined(separator: "\n") + "\n"
    return "apiVersion: writ/v1\nkind: \(kind.manifestName)\nmetadata:\n  name: \(name)\n" + body
}

func user(_ spec: String) -> String { manifest(.user, spec) }
func group(_ spec: String) -> String { manifest(.group, spec) }
func policy(_ spec: String) -> String { manifest(.policy, spec) }
func agency(_ spec: String) -> String { manifest(.agency, spec) }
/// A user of that name, as it is spelled in YAML.
func named(_ name: String) -> String { manifest(.user, "", name: name) }
