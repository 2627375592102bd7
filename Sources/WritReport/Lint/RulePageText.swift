internal import WritDiagnostics
package import WritLint
package import WritModel

/// A rule's page in Markdown: the same headings for every rule.
package func markdownPage(_ rule: Rule) -> String {
    var text = "# \(rule.code) \(rule.name)\n\n\(rule.page.summary)\n\n"
    text +=
        "Severity: \(rule.severity.rawValue). Dialects: \(dialects(of: rule)).\(rule.isOptIn ? " Off until it is set on." : "")\n"
    for section in sections(of: rule) {
        text += "\n## \(section.title)\n\n"
        text += section.isCode ? "```yaml\n\(section.text)\n```\n" : section.text + "\n"
    }
    return text
}

/// A rule's page for a terminal.
package func render(_ rule: Rule, style: Style) -> String {
    var text = style.paint("\(rule.code) \(rule.name)", .strong) + "\n\n\(rule.page.summary)\n\n"
    text +=
        "Severity: \(rule.severity.rawValue). Dialects: \(dialects(of: rule)).\(rule.isOptIn ? " Off until it is set on." : "")\n"
    for section in sections(of: rule) {
        text += "\n" + style.paint(section.title, .strong) + "\n"
        text += section.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
    }
    return text
}

/// A rule's page as plain text.
func plainPage(_ rule: Rule) -> String { render(rule, style: .plain) }

/// The rules, one line each, under their families.
package func list(_ rules: [Rule], style: Style) -> String {
    var text = ""
    for family in RuleFamily.allCases {
        let members = rules.filter { $0.family == family }
        guard !members.isEmpty else { continue }
        text += (text.isEmpty ? "" : "\n") + style.paint(family.title, .strong) + ": \(family.summary)\n"
        for rule in members {
            text += "  \(rule.code)  \(padded(rule.severity.rawValue, 8))  \(rule.name)\n"
        }
    }
    return text
}

/// The rules as a JSON document of the format `writ/rules/1`.
package func json(_ rules: [Rule]) -> JSONValue {
    [
        "format": "writ/rules/1",
        "rules": .array(
            rules.map { rule in
                [
                    "code": .string(rule.code), "name": .string(rule.name),
                    "severity": .string(rule.severity.rawValue),
                    "dialects": .array(rule.dialects.map(\.rawValue).sorted().map(JSONValue.string)),
                    "summary": .string(rule.page.summary), "page": .string(markdownPage(rule)),
                ]
            }),
    ]
}

private func dialects(of rule: Rule) -> String {
    rule.dialects.count == Dialect.allCases.count
        ? "all" : rule.dialects.map(\.rawValue).sorted().joined(separator: ", ")
}

private func sections(of rule: Rule) -> [(title: String, text: String, isCode: Bool)] {
    var result: [(String, String, Bool)] = [("Why", rule.page.why, false), ("Avoid", rule.page.avoid, true)]
    if !rule.page.prefer.isEmpty { result.append(("Prefer", rule.page.prefer, true)) }
    if !rule.page.fixSafety.isEmpty { result.append(("Fix safety", rule.page.fixSafety, false)) }
    if !rule.options.isEmpty {
        result.append(("Options", rule.options.map(line).joined(separator: "\n"), false))
    }
    if !rule.page.references.isEmpty {
        result.append(("References", rule.page.references.map { "- \($0)" }.joined(separator: "\n"), false))
    }
    return result.map { (title: $0.0, text: $0.1, isCode: $0.2) }
}

private func line(_ option: RuleOption) -> String {
    let standard =
        switch option.standard {
        case .integer(let value): String(value)
        case .boolean(let flag): String(flag)
        case .text(let text): text.isEmpty ? "none" : "`\(text)`"
        case .texts(let texts): texts.isEmpty ? "none" : texts.map { "`\($0)`" }.joined(separator: ", ")
        }
    return "- `\(option.name)`: \(option.summary) Default: \(standard)."
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

/// A generated file of the rules' documentation.
package struct GeneratedPage: Sendable {
    /// The name of the file.
    package var file: String
    /// What it says.
    package var text: String
}

/// The pages of all rules, and the page that lists them by family.
package var rulePages: [GeneratedPage] {
    var index = "# Rules\n\nWhat `writ lint` looks for. `writ rule CODE` prints a page in the terminal.\n"
    for family in RuleFamily.allCases {
        let members = ruleCatalogue.filter { $0.family == family }
        guard !members.isEmpty else { continue }
        index +=
            "\n## \(family.title)\n\n\(family.summary)\n\n| code | name | weight | finds |\n|---|---|---|---|\n"
        for rule in members {
            index += "| <doc:\(rule.code)> | `\(rule.name)` | \(rule.severity.rawValue) |"
            index += " \(rule.page.summary.replacing("|", with: "\\|")) |\n"
        }
    }
    return [GeneratedPage(file: "Rules.md", text: index)]
        + ruleCatalogue.map { GeneratedPage(file: "\($0.code).md", text: markdownPage($0)) }
}
