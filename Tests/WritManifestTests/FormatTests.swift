import Testing
import WritDiagnostics
import WritManifest
import WritModel
import WritReport
import WritTestKit

private let caseCount = isFullRun ? 300 : 30

/// The canonical layout: same meaning, same comments, and laid out twice is laid out once.
struct FormatTests {
    /// A text and what it becomes, in a golden.
    static let rows: [(name: String, text: String)] = [
        (
            "keys in their order, with their comments",
            """
            kind: Group
            spec:
              policies: []   # none yet
              # what it is for
              description: Payments


              displayName: Pay
            # who it is
            metadata:
                labels: {owner: security}

                name: x
            apiVersion: writ/v1
            """
        ),
        (
            "a heading stays at the top",
            """
            # All groups of the team

            # the kind
            kind: Group
            apiVersion: writ/v1
            metadata: {labels: {beta: x, alpha: z}, name: x}
            """
        ),
        (
            "lists and their comments",
            """
            apiVersion: writ/v1
            kind: Group
            metadata:
               name: x
            spec:
               members:   # by hand
               - {external: alice}     # lead
               # on leave

               -   external: bob
               # the end of the list
               policies:
                     -    # for the audit
                        expires: 2027-01-31
                        system:   Tenant Guest   # read only
                     - {scope: allProjects,system: 'Tenant Guest'}
            """
        ),
        (
            "tall brackets",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: x}
            spec:
                members: [ {external: alice},   # lead
                  # on leave
                     {external: bob}, {external: carol},
                  ]  # done
            """
        ),
        (
            "texts keep their words and quotes",
            """
            apiVersion: writ/v1
            kind: User
            metadata: {name: x}
            spec:
                    description: |   # long
                            one
                              two

                            three
                    displayName: 'it''s'
                    email:
                      x@example.com
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: z}
            spec:
               description: "one
                 two

                 three"   # folded
               displayName: >-
                  long
                  words
               enabled:    true
            """
        ),
        (
            "documents keep their order",
            """
            ---   # first
            # about x
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: x}
            spec:
                document:
                    Statement:
                    - Action: ['ecs:*:get',
                               'ecs:*:list']
                      Effect: Allow
                    Version: '1.1'
            # the end


            """
        ),
        (
            "keys stay where there is an alias",
            """
            apiVersion: writ/v1
            kind: Group
            metadata: {name: x}
            spec:
                description:   &d   Payments
                displayName:  *d
            """
        ),
    ]

    @Test("layouts") func layouts() {
        let texts = FormatTests.rows.map { row in
            let file = ManifestFile(path: "m.yaml", bytes: Array(row.text.utf8))
            let formatted = format(file)
            #expect(formatted.diagnostics.map(\.message) == [], "\(row.name)")
            #expect(twice(formatted.bytes) == formatted.bytes, "\(row.name)")
            return "# \(row.name)\n" + String(decoding: formatted.bytes, as: UTF8.self)
        }
        expectGolden(texts.joined(separator: "\n"), named: "layouts")
    }

    @Test("what declares nothing stays as it is") func brokenFiles() {
        for text in [user("nickname: x"), "apiVersion: [", "", "# only a comment\n"] {
            let file = ManifestFile(path: "m.yaml", bytes: Array(text.utf8))
            let formatted = format(file)
            #expect(formatted.bytes == file.bytes)
            #expect(formatted.diagnostics.hasErrors)
        }
    }

    @Test("generated files: same meaning, same comments, idempotent", arguments: 0..<caseCount)
    func generated(seed: Int) {
        var generator = StateGenerator(
            seed: UInt64(seed), asOf: Instant(epochSeconds: 1_795_348_800))
        let odd = OddManifests(of: generator.state(), seed: UInt64(seed))
        for file in odd.files {
            let before = parseFile(file)
            guard !before.diagnostics.hasErrors else { continue }
            let formatted = format(file)
            #expect(
                formatted.diagnostics.filter { $0.severity == .error }.map(\.message) == [],
                "seed \(seed) \(file.path)")
            #expect(twice(formatted.bytes) == formatted.bytes, "seed \(seed) \(file.path)")
            #expect(notes(formatted.bytes) == notes(file.bytes), "seed \(seed) \(file.path)")
            #expect(
                decode([file.path: formatted.bytes]).state == decode([file.path: file.bytes]).state,
                "seed \(seed) \(file.path)")
            let lines = String(decoding: formatted.bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            #expect(lines.last == "", "seed \(seed) \(file.path): the last line has no end")
        }
    }

    private func twice(_ bytes: [UInt8]) -> [UInt8] {
        format(ManifestFile(path: "m.yaml", bytes: bytes)).bytes
    }

    private func notes(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            line.firstRange(of: "# note ").map { String(line[$0.lowerBound...]) }
        }.sorted()
    }
}
