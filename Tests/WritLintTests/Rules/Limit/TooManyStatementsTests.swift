import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyStatementsTests {
    static let rows: [RuleRow] = [
        .file(
            "nine", #"{"Version": "1.1", ⟦"Statement"⟧: \#(statements(9))}"#,
            messages: ["the policy has 9 statements of at most 8"],
            help: "put what has equal resources and conditions together, or split the policy"),
        .file("eight", #"{"Version": "1.1", "Statement": \#(statements(8))}"#),
        .file("nine in a policy of the newer model", #"{"Version": "5.0", "Statement": \#(statements(9))}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-statements", row) }

    static func statements(_ count: Int) -> String {
        list(count) { #"{"Effect": "Allow", "Action": ["ecs:servers:\#($0)"]}"# }
    }
}
