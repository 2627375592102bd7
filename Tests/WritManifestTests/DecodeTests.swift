import Testing
import WritDiagnostics
import WritManifest
import WritModel

@Suite struct DecodeTests {
    @Test func `a group has its description, members and places`() throws {
        let file = ManifestFile(
            path: "groups.yaml",
            bytes: Array(
                """
                apiVersion: writ/v1
                kind: Group
                metadata:
                  name: payments
                spec:
                  description: Payments engineers
                  members: [{external: alice}]

                """.utf8))
        let tree = ManifestTree(revision: Revision(commit: nil, name: "w", repository: "r"), files: [file])
        let decoding = decode(parseManifests(tree, target: Target(name: "t", account: "a")), documents: [:])
        #expect(decoding.diagnostics == [])
        let address = Address(.group, "payments")
        let object = try #require(decoding.state.objects[address])
        #expect(object.fields[.description] == .scalar(.text("Payments engineers")))
        #expect(object.members == DesiredList(.exactly, [Reference("alice", isExternal: true)]))
        #expect(decoding.sources[address]?.name.description == "groups.yaml:4:9")
        #expect(decoding.sources[address]?.items[.members]?.first?.description == "groups.yaml:7:13")
        #expect(decoding.manifestCount == 1)
    }
}
