internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension RuleOption {
    /// Where manifests should be able to go.
    static let dialects = RuleOption(
        "dialects", .texts([]),
        "The forms that documents are to be carried to: `aws`, `huawei-1.1`, `huawei-5.0`, `jd` or `volcengine`. The rule is silent while there is none."
    )
}

extension Report {
    /// The forms that the option names, in order and each once.
    var forms: [PolicyForm] {
        let names = texts("dialects")
        return PolicyForm.allCases.filter { names.contains($0.rawValue) }
    }

    /// Reports what keeps a document from being printed in the forms that the option names, as far as it belongs to a rule.
    mutating func findForeign(_ code: String, in policy: LintedPolicy) {
        for form in forms {
            var told: Set<ElementPath> = []
            for problem in policy.renderings.rendering(of: policy, in: form).problems {
                guard portabilityCodes[problem.code] == code, told.insert(problem.path).inserted else {
                    continue
                }
                let place = policy.place(of: problem)
                let witness = problem.witness.map { [("such as " + $0.title, Place?.none)] } ?? []
                find(
                    problem.message, at: place.path, of: policy, key: place.isKey,
                    notes: witness.map { (message: $0.0, place: $0.1) }, help: problem.help,
                    severity: problem.isError ? nil : .info)
            }
        }
    }
}

/// The rule that reports a problem of printing. What the document's own vendor would refuse is other families', and that an action is
/// kept by its name is nobody's.
let portabilityCodes: [String: String] = [
    "render.element": "POR001", "render.negated": "POR001", "render.kind": "POR001",
    "render.depends": "POR001", "render.dropped": "POR001",
    "render.operator": "POR002", "render.absent-key": "POR002",
    "render.key": "POR003",
    "render.value": "POR004", "render.pattern": "POR004",
    "render.action": "POR005", "render.resource": "POR005", "render.principal": "POR005",
    "render.unproved": "POR004",
]

extension LintedPolicy {
    /// What is underlined for a problem of printing.
    fileprivate func place(of problem: RenderingProblem) -> (path: ElementPath, isKey: Bool) {
        switch problem.code {
        case "render.element", "render.negated", "render.depends", "render.dropped", "render.key":
            return (problem.path, true)
        case "render.operator", "render.absent-key":
            return (ElementPath(problem.path.steps.dropLast()), true)
        case "render.unproved", "render.kind":
            if let statement = statements.first(where: { $0.path == problem.path }) {
                return (statement.effectPath, false)
            }
            guard let member = member("statement", of: json) else { return (ElementPath(), false) }
            return (ElementPath().member(member.name), true)
        default: return (problem.path, false)
        }
    }
}
