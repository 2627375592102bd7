import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport
import WritTestKit

/// Schemas and decoder follow the same model by different ways: neither may say what the other does not know.
@Suite struct SchemaAgreementTests {
    private static let count = isFullRun ? 400 : 40

    @Test func `generated manifests are accepted by both, by any kind's schema and by their own`() throws {
        var subjects: [SchemaSubject] = []
        for object in Self.objects(seed: 1, states: Self.count) {
            let text = object.manifestJSON.prettyText
            let errors = SchemaReach.diagnostics(of: text)
                .filter { $0.severity == .error && !SchemaReach.isElsewhere($0) }
            #expect(errors.isEmpty, "\(errors) \(text)")
            let id = object.address.description
            subjects.append(SchemaSubject(id: id, schema: "manifest", text: text))
            subjects.append(SchemaSubject(id: id, schema: object.address.kind.rawValue, text: text))
        }
        for verdict in try SchemaValidator.judge(subjects).documents {
            #expect(verdict.isAccepted, "\(verdict)")
        }
    }

    @Test func `generated mistakes are judged alike, as far as a schema sees`() throws {
        var mutation = SchemaMutation(random: SplitMix64(seed: 7))
        let texts = Self.objects(seed: 2, states: Self.count).map {
            mutation.mutated($0.manifestJSON).prettyText
        }
        let verdicts = try SchemaValidator.judge(
            texts.map { SchemaSubject(id: "", schema: "manifest", text: $0) })
        var rejected = 0
        for (text, verdict) in zip(texts, verdicts.documents) {
            let errors = SchemaReach.diagnostics(of: text).filter { $0.severity == .error }
            let seen = errors.filter { SchemaReach.codes.contains($0.code) }
            if !verdict.errors.isEmpty { rejected += 1 }
            // No false alarm in an editor.
            #expect(verdict.isAccepted || !errors.isEmpty, "only the schema refuses: \(verdict) \(text)")
            // Nothing missed that can be seen.
            #expect(seen.isEmpty || !verdict.isAccepted, "only Writ refuses: \(seen) \(text)")
        }
        #expect(rejected > texts.count / 4, "\(rejected) of \(texts.count)")
    }

    /// The decoder tells a mapping's keys when it meets an unknown one.
    @Test(arguments: Kind.allCases) func `an editor proposes the keys that the decoder knows`(_ kind: Kind) {
        let schema = ManifestSchemas.manifest(of: kind).json["properties"]
        let spec = schema?["spec"]?["properties"]
        for (path, node) in [
            (["metadata"], schema?["metadata"]), (["spec"], schema?["spec"]),
            (["spec", "console"], spec?["console"]), (["spec", "accessKeys"], spec?["accessKeys"]),
            (["spec", "invitation"], spec?["invitation"]),
        ] {
            guard let node else { continue }
            let name = kind.isSingleton ? "default" : "x"
            var mapping: JSONValue = ["qqqqqqqqqqqq": "x"]
            if path == ["metadata"] { mapping = ["name": .string(name), "qqqqqqqqqqqq": "x"] }
            if path.count > 1 { mapping = .object([.init(path[1], mapping)]) }
            var members: [JSONValue.Member] = [
                .init("apiVersion", "writ/v1"), .init("kind", .string(kind.manifestName)),
            ]
            if path[0] == "spec" { members.append(.init("metadata", ["name": .string(name)])) }
            members.append(.init(path[0], mapping))
            let help =
                SchemaReach.diagnostics(of: JSONValue.object(members).prettyText)
                .first { $0.code == "schema.unknown-field" }?.help ?? ""
            let known = help.matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
            let proposed = node["properties"]?.members?.map(\.name) ?? []
            #expect(
                Set(known).subtracting(path).isSuperset(of: Set(proposed).subtracting(path)),
                "\(path) \(help)")
            #expect(
                Set(proposed).union([path.last ?? "", kind.manifestName]).isSuperset(of: known),
                "\(path) \(help)")
        }
    }

    private static func objects(seed: UInt64, states: Int) -> [DesiredObject] {
        var generator = StateGenerator(
            seed: seed, asOf: Instant(epochSeconds: 1_795_000_000), hasCredentials: true)
        return (0..<states).flatMap { _ in
            generator.state().objects.values.sorted { $0.address < $1.address }.map(\.declarable)
        }
    }
}
