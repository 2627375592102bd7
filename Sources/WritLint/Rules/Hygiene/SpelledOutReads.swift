internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// Many actions of a service that one pattern would say.
    static let spelledOutReads = Rule(
        "HYG008", "spelled-out-reads", .info,
        options: [
            RuleOption(
                "leastActions", .integer(15),
                "How many reading actions of one service and verb are offered as a pattern.",
                range: 2...10_000),
            RuleOption(
                "readVerbs", .texts(readVerbs), "What the operation of an action that only reads starts with."
            ),
        ],
        page: RulePage(
            summary: "A statement lists many actions of a service that read and start with the same verb.",
            why: """
                Forty lines of `list` hide the one that is none, and the next thing to list is missing. Where all of them are \
                meant, one pattern says so; where they are not, waive this once with the reason.
                """,
            avoid: "Forty entries `ecs:…:list`.",
            prefer: "Action: [\"ecs:*:list*\"]",
            fixSafety: "No fix: the pattern allows more than the list.",
            references: ["AWS IAM: access levels"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    let least = report.integer("leastActions")
    let verbs = report.texts("readVerbs")
    guard statement.reading?.effect == .allow, let element = statement.element("Action"),
        element.texts.count >= least
    else { return }
    var groups: [String: (first: ElementPath, verb: String, count: Int)] = [:]
    var order: [String] = []
    for (text, path) in element.texts where !text.contains("*") && !text.contains("?") {
        guard let verb = verb(of: text, among: verbs), let colon = text.firstIndex(of: ":") else { continue }
        let service = text[..<colon].lowercased()
        // Upper camel case is the way of AWS and Volcengine.
        let isUpper = text.split(separator: ":").last?.first?.isUppercase ?? false
        let start = isUpper ? verb.prefix(1).uppercased() + verb.dropFirst() : verb
        let pattern = service + (policy.dialect.actionSegments == 3 ? ":*:" : ":") + start + "*"
        if groups[pattern] == nil { order.append(pattern) }
        groups[pattern, default: (path, verb, 0)].count += 1
    }
    for pattern in order {
        guard let group = groups[pattern], group.count >= least else { continue }
        report.find(
            "\(group.count) actions of `\(pattern.prefix { $0 != ":" })` start with `\(group.verb)`",
            at: group.first, of: policy, label: "the first of them",
            help: "where all of them are meant, write `\(pattern)`")
    }
}
