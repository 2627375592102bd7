import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct TooManyActionsTests {
    static let rows: [RuleRow] = [
        .file(
            "one too many",
            #"{"Version": "1.1", "Statement": [{"Effect": "Allow", ⟦"Action"⟧: \#(actions(101))}]}"#,
            messages: ["`Action` lists 101 actions of at most 100"],
            help: "split the statement, or name actions by a pattern"),
        .file(
            "as many as may be",
            #"{"Version": "1.1", "Statement": [{"Effect": "Deny", "NotAction": \#(actions(100))}]}"#),
        .file(
            "in a policy of the newer model",
            #"{"Version": "5.0", "Statement": [{"Effect": "Allow", "Action": \#(actions(101))}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("too-many-actions", row) }

    static func actions(_ count: Int) -> String { list(count) { #""ecs:servers:get\#($0)""# } }
}
