import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyAttachmentsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "eleven", in: .jd, agency(systems: 11, mark: true),
            messages: ["`build` has 11 policies of at most 10"],
            help: "put policies together, or ask for a higher quota"),
        .manifests("ten", in: .aws, agency(systems: 10)),
        .manifests(
            "eleven under a raised quota", in: .aws, agency(systems: 11),
            options: ["mostPolicies": .integer(20)]),
        .manifests(
            "41 of Volcengine's own", in: .volcengine, agency(systems: 41, mark: true),
            messages: ["`build` has 41 system policies of at most 40"]),
        .manifests("40 of Volcengine's own", in: .volcengine, agency(systems: 40)),
        .manifests(
            "eleven of Huawei's newer model", agency(customs: 11, version: "5.0", mark: true),
            messages: ["`build` has 11 policies of version 5.0 of at most 10"]),
        .manifests("eleven of Huawei's older model", agency(customs: 11, version: "1.1")),
        .manifests(
            "21 of the account's own under Volcengine", in: .volcengine, agency(customs: 21, mark: true),
            messages: ["`build` has 21 custom policies of at most 20"]),
        .manifests("a list of what may not be", in: .jd, agency(systems: 11, mode: "none")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-attachments", row) }

    static func agency(systems: Int, mode: String? = nil, mark: Bool = false) -> String {
        let items = list(systems) { "{system: S\($0)}" }
        let head = "apiVersion: writ/v1\nkind: Agency\nmetadata: {name: build}\nspec:\n"
        let key = mark ? "⟦policies⟧" : "policies"
        return head + (mode.map { "  \(key): {\($0): \(items)}\n" } ?? "  \(key): \(items)\n")
    }

    static func agency(customs: Int, version: String = "", mark: Bool = false) -> String {
        let policies = (0..<customs).map { index in
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: p\(index)}
            spec: {document: {Version: "\(version)", Statement: [{Effect: Deny, Action: ["a:b:c"]}]}}
            ---

            """
        }
        let items = list(customs) { "{name: p\($0)}" }
        return policies.joined() + "apiVersion: writ/v1\nkind: Agency\nmetadata: {name: build}\nspec:\n"
            + "  \(mark ? "⟦policies⟧" : "policies"): \(items)\n"
    }
}
