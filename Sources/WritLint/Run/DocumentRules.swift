internal import WritModel

/// The rules of a run that look at documents of one dialect, parted by what they look at.
struct DocumentRules: Sendable {
    /// A rule about documents; `number` counts the rules of all dialects.
    struct OfPolicy: Sendable {
        let number: Int
        let check: @Sendable (LintedPolicy, inout Report) -> Void
    }

    /// A rule about those statements that have one of its marks.
    struct OfStatement: Sendable {
        let number: Int
        let marks: ActionMarks
        let check: @Sendable (LintedStatement, LintedPolicy, inout Report) -> Void
    }

    private var policies: [OfPolicy] = []
    private var statements: [OfStatement] = []
    /// Whether a rule is not about every statement, so that it has to be known what each one gives.
    private let asksMarks: Bool

    /// Those of the rules that are for the dialect.
    init(_ rules: [Rule], _ dialect: Dialect) {
        for (number, rule) in rules.enumerated() where rule.dialects.contains(dialect) {
            switch rule.check {
            case .policy(let check): policies.append(OfPolicy(number: number, check: check))
            case .statement(let marks, let check):
                statements.append(OfStatement(number: number, marks: marks, check: check))
            case .account, .change, .waiver, .reading: continue
            }
        }
        asksMarks = statements.contains { $0.marks != .any }
    }

    /// Asks every rule about a policy and its statements.
    ///
    /// - Parameter reports: by the rules' numbers.
    func look(at policy: LintedPolicy, _ reports: inout [Report]) {
        for rule in policies { rule.check(policy, &reports[rule.number]) }
        if statements.isEmpty { return }
        let known = asksMarks ? policy.statementMarks : []
        for statement in policy.statements {
            let marks = asksMarks ? known[statement.index].marks : .any
            // By their places: a rule that is not asked is not copied.
            for place in statements.indices where !marks.isDisjoint(with: statements[place].marks) {
                statements[place].check(statement, policy, &reports[statements[place].number])
            }
        }
    }
}
