import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyObjectsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "301 groups", in: .jd, groups(301, mark: 300),
            messages: ["the target declares 301 groups, and an account takes 300"],
            help: "put together what is alike, or ask for a higher quota"),
        .manifests("almost all", in: .volcengine, groups(270, mark: 269), severity: .low),
        .manifests("room left", in: .volcengine, groups(269)),
        .manifests("as many under Huawei", groups(301)),
        .manifests(
            "the account's own quota", groups(3, mark: 2), options: ["mostGroups": .integer(2)]),
        .manifests(
            "the account's own quota of something else", groups(3),
            options: ["mostUsers": .integer(2), "mostPolicies": .integer(2), "mostAgencies": .integer(2)]),
        .manifests(
            "another share", in: .volcengine, groups(270), options: ["nearPercent": .integer(95)]),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-objects", row) }

    static func groups(_ count: Int, mark: Int? = nil) -> String {
        (0..<count).map { index in
            let name = "g\(1000 + index)"
            return
                "apiVersion: writ/v1\nkind: Group\nmetadata: {name: \(index == mark ? "⟦\(name)⟧" : name)}\nspec: {}\n"
        }.joined(separator: "---\n")
    }
}
