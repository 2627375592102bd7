internal import ArgumentParser
internal import WritDiagnostics
internal import WritLint

/// The texts that a new rule starts with.
struct RuleScaffold {
    private let code: String
    private let name: String
    private let severity: LintSeverity
    private let family: RuleFamily

    /// - Throws: `ValidationError` for a code, a name or a weight that cannot be one, or is another rule's.
    init(code: String, name: String, severity: String) throws {
        let digits = code.dropFirst(3)
        guard let family = RuleFamily(rawValue: String(code.prefix(3))), digits.count == 3,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            let letters = RuleFamily.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "`\(code)` is no code: it starts with one of \(letters) and ends with three digits")
        }
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isLowerOrDigit) }) else {
            throw ValidationError("`\(name)` is no name: write words in lower case with `-` between them")
        }
        guard let severity = LintSeverity(rawValue: severity) else {
            throw ValidationError("`\(severity)` is no weight")
        }
        if let other = ruleCatalogue.first(where: { $0.code == code || $0.name == name }) {
            throw ValidationError("\(other.code) \(other.name) is a rule already")
        }
        (self.code, self.name, self.severity, self.family) = (code, name, severity, family)
    }

    /// The names of the constant and the type.
    private var camel: String {
        let words = name.split(separator: "-").map(String.init)
        return words.enumerated().map { $0 == 0 ? $1 : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    }

    private var type: String { camel.prefix(1).uppercased() + camel.dropFirst() }

    /// The new files, by path.
    var files: [(path: String, text: String)] {
        [
            ("Sources/WritLint/Rules/\(family.title)/\(type).swift", rule),
            ("Tests/WritLintTests/Rules/\(family.title)/\(type)Tests.swift", test),
        ]
    }

    /// The catalogue with the rule's line behind the others of its family; `nil` where it has no place.
    func catalogue(_ text: String) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard !lines.contains("    .\(camel),"), let heading = lines.firstIndex(of: "    // \(family.title)")
        else { return nil }
        var place = heading + 1
        while place < lines.count, lines[place].hasPrefix("    .") { place += 1 }
        lines.insert("    .\(camel),", at: place)
        return lines.joined(separator: "\n")
    }

    private var rule: String {
        """
        internal import WritDiagnostics
        internal import WritPolicy

        extension Rule {
            /// What it finds, in a line.
            static let \(camel) = Rule(
                "\(code)", "\(name)", .\(severity.rawValue),
                page: RulePage(
                    summary: "A statement …",
                    why: "…",
                    avoid: "Effect: Allow",
                    prefer: "Effect: Allow",
                    references: []),
                check: .statement(inspect))
        }

        private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
            guard let effect = statement.element("Effect") else { return }
            report.find("\(name.split(separator: "-").joined(separator: " "))", at: effect.path, of: policy)
        }

        """
    }

    private var test: String {
        """
        import Testing
        import WritLint
        import WritModel

        @Suite struct \(type)Tests {
            static let rows: [RuleRow] = [
                .document(
                    "it fires",
                    \"\"\"
                    Version: "1.1"
                    Statement:
                      - Effect: ⟦Allow⟧
                        Action: ["ecs:servers:get"]
                    \"\"\"),
                .document(
                    "a near miss stays silent",
                    \"\"\"
                    Version: "1.1"
                    Statement:
                      - Effect: Deny
                        Action: ["ecs:servers:get"]
                    \"\"\"),
            ]

            @Test(arguments: rows) func rule(_ row: RuleRow) { expect("\(name)", row) }
        }

        """
    }
}

private func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
}
