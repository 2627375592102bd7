import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyProjectsTests {
    static let rows: [RuleRow] = [
        .manifests(
            "21", in: .volcengine, group(21),
            messages: ["`ReadOnlyAccess` is granted in 21 projects of at most 20"],
            help: "grant it on the account with a condition, or split the group"),
        .manifests("20", in: .volcengine, group(20)),
        .manifests(
            "21 of two policies", in: .volcengine,
            group(11) + "    - {system: IAMFullAccess, scope: {project: p0}}\n"),
        .manifests("21 that are not to be", in: .volcengine, group(21, mode: "none")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-projects", row) }

    static func group(_ count: Int, mode: String? = nil) -> String {
        let indent = mode == nil ? "    " : "      "
        let lines = (0..<count).map { index in
            let item = "{system: ReadOnlyAccess, scope: {project: p\(index)}}"
            return index == 20 && mode == nil ? "\(indent)- ⟦\(item)⟧\n" : "\(indent)- \(item)\n"
        }
        return "apiVersion: writ/v1\nkind: Group\nmetadata: {name: ops}\nspec:\n  policies:\n"
            + (mode.map { "    \($0):\n" } ?? "") + lines.joined()
    }
}
