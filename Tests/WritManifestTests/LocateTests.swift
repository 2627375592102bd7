import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// A part of a document, and where it stands.
struct LocatedRow: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var files: [String: String]
    var address: Address
    var field = Field.document
    var path: [ElementPath.Step]
    var place: String?

    private static let head = "apiVersion: writ/v1\nkind: User\nmetadata: {name: first}\n---\n"
    private static let policy = Address(.policy, "x")

    static let all = [
        LocatedRow(
            testDescription: "a mapping, in the second document of a file",
            files: [
                "a.yaml": head
                    + manifest(
                        .policy, "document:\n  Statement:\n    - Effect: Allow\n      Action: [\"a:b:c\"]")
            ], address: policy, path: [.member("Statement"), .item(0), .member("Action"), .item(0)],
            place: "a.yaml:13:18"),
        LocatedRow(
            testDescription: "a statement, at its first line",
            files: [
                "a.yaml": manifest(
                    .policy,
                    "document:\n  Statement:\n    - {Effect: Allow, Action: [a]}\n    - Effect: Deny\n      Action: [b]"
                )
            ], address: policy, path: [.member("Statement"), .item(1)], place: "a.yaml:9:9"),
        LocatedRow(
            testDescription: "JSON in a manifest",
            files: [
                "a.yaml": manifest(
                    .policy,
                    "document: |\n  {\"Statement\": [\n    {\"Effect\": \"Allow\", \"Action\": \"a:b:c\"}]}")
            ], address: policy, path: [.member("Statement"), .item(0)], place: "a.yaml:8:7"),
        LocatedRow(
            testDescription: "a JSON file",
            files: [
                "a.yaml": manifest(.policy, "documentFile: d/x.json"),
                "d/x.json":
                    "{\n  \"Statement\": [\n    {\"Effect\": \"Allow\", \"Action\": \"a:b:c\"}\n  ]\n}\n",
            ], address: policy, path: [.member("Statement"), .item(0)], place: "d/x.json:3:5"),
        LocatedRow(
            testDescription: "a YAML file",
            files: [
                "a.yaml": manifest(.policy, "documentFile: d/x.yml"),
                "d/x.yml": "Statement:\n  - Effect: Allow\n    Action: [\"a:b:c\"]\n",
            ], address: policy, path: [.member("Statement"), .item(0)], place: "d/x.yml:2:5"),
        LocatedRow(
            testDescription: "an item of a trust list",
            files: ["a.yaml": manifest(.agency, "trust:\n  - {account: a}\n  - {service: b}")],
            address: Address(.agency, "x"), field: .trust, path: [.item(1)], place: "a.yaml:8:7"),
    ]
}

@Suite struct LocateTests {
    @Test(arguments: LocatedRow.all) func `a part of a document has its place`(_ row: LocatedRow) throws {
        let decoding = decode(row.files)
        #expect(decoding.diagnostics == [])
        let source = try #require(decoding.sources[row.address])
        let span = documentSpan(of: row.path, in: row.field, of: source) { path in
            row.files[path].map { SourceText(path: path, bytes: Array($0.utf8)) }
        }
        #expect(span?.description == row.place)
    }

    @Test func `a text that is not at hand has no places`() throws {
        let row = LocatedRow.all[0]
        let source = try #require(decode(row.files).sources[row.address])
        #expect(documentSpan(of: row.path, in: row.field, of: source) { _ in nil } == nil)
    }
}
