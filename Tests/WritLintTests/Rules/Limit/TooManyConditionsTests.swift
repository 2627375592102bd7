import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyConditionsTests {
    static let rows: [RuleRow] = [
        .file(
            "eleven keys", text(condition: #"{⟦"StringEquals"⟧: {\#(members(11) { #""x""# })}}"#),
            messages: ["`StringEquals` has 11 keys of at most 10"],
            help: "say less in conditions and more in resources"),
        .file(
            "eleven operators", text(condition: "{\(members(11) { "{}" })}", mark: true),
            messages: ["`Condition` has 11 operators of at most 10"]),
        .file("ten", text(condition: #"{"StringEquals": {\#(members(10) { #""x""# })}}"#)),
        .file(
            "in a policy of the newer model",
            text(condition: #"{"StringEquals": {\#(members(11) { #""x""# })}}"#, version: "5.0")),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-conditions", row) }

    static func text(condition: String, version: String = "1.1", mark: Bool = false) -> String {
        let key = mark ? #"⟦"Condition"⟧"# : #""Condition""#
        return #"{"Version": "\#(version)", "Statement": [{"Effect": "Allow", \#(key): \#(condition)}]}"#
    }

    static func members(_ count: Int, _ value: () -> String) -> String {
        (0..<count).map { #""k\#($0)": \#(value())"# }.joined(separator: ", ")
    }
}
