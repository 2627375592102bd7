import Testing
import WritDiagnostics
import WritManifest
import WritModel

@Suite struct FileOrderTests {
    /// A generator that gives the same numbers in every run (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Users, groups and policies that refer to each other, with and without mistakes between them.
    private static func manifests(_ random: inout Seeded) -> [String] {
        let users = (0..<8).map { index in
            let group = ["", "groups: {atLeast: [g\(index % 3)]}", "groups: []"].randomElement(using: &random)
            return manifest(.user, group ?? "", name: "u\(index)")
        }
        let groups = (0..<4).map { index in
            let members = (0..<10).filter { _ in Bool.random(using: &random) }.map { "u\($0)" }
            let list = "[\(members.joined(separator: ", "))]"
            return manifest(
                .group,
                "members: \(Bool.random(using: &random) ? list : "{atLeast: \(list)}")\npolicies: [p\(index)]",
                name: "g\(index)")
        }
        let policies = (0..<3).map {
            manifest(.policy, "document: {Statement: {Effect: Deny}}", name: "p\($0)")
        }
        return users + groups + policies + [manifest(.user, "", name: "u1")]
    }

    @Test(arguments: 1...40) func `decoding does not depend on the order of files`(_ seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let files = Self.manifests(&random).enumerated().map { index, text in
            ManifestFile(path: "f\(index / 2)-\(index).yaml", bytes: Array(text.utf8))
        }
        let parsed = files.map { parseFile($0) }
        let first = decode(ParsedManifests(files: parsed), documents: [:])
        let second = decode(ParsedManifests(files: parsed.shuffled(using: &random)), documents: [:])
        #expect(first.state == second.state)
        #expect(first.sources == second.sources)
        #expect(first.diagnostics == second.diagnostics)
        #expect(!first.diagnostics.isEmpty)
    }

    @Test(arguments: 1...20) func `the state does not depend on how manifests are spread over files`(
        _ seed: Int
    ) {
        var random = Seeded(state: UInt64(seed))
        let documents = Self.manifests(&random).dropLast()
        let one = decode(["all.yaml": documents.joined(separator: "---\n")])
        let shuffled = documents.shuffled(using: &random)
        let many = decode(
            Dictionary(uniqueKeysWithValues: shuffled.enumerated().map { ("f\($0).yaml", $1) }))
        #expect(one.state == many.state)
        #expect(one.diagnostics.map(\.code).sorted() == many.diagnostics.map(\.code).sorted())
    }

    @Test func `a target reads only its own paths, and never the configuration`() {
        let files = [
            "a/m.yaml": named("a"), "b/m.yaml": named("b"), "writ.yaml": "not a manifest",
            "a/notes.txt": "x",
        ].mapValues { Array($0.utf8) }
        let decoding = decode(files, paths: ["a"])
        #expect(decoding.files == ["a/m.yaml"])
        #expect(decoding.state.objects.keys.map(\.name) == ["a"])
        #expect(decode(files).state.objects.count == 2)
        #expect(decode(files).diagnostics == [])
    }
}
