import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct EmptyStatementTests {
    static let rows: [RuleRow] = [
        .file(
            "everything is left out", in: .aws,
            #"{"Version": "2012-10-17", "Statement": [{"Effect": ⟦"Deny"⟧, "NotAction": "*", "Resource": "*"}]}"#,
            messages: ["no request can be about the statement"]),
        .file(
            "what is listed is left out again", in: .volcengine,
            #"{"Statement": [{"Effect": ⟦"Allow"⟧, "Action": ["ecs:Run*"], "NotAction": ["ecs:*"], "Resource": ["*"]}]}"#
        ),
        .file(
            "something is left", in: .volcengine,
            #"{"Statement": [{"Effect": "Allow", "Action": ["ecs:*"], "NotAction": ["ecs:Run*"], "Resource": ["*"]}]}"#
        ),
        .file(
            "a condition that cannot hold is another rule's", in: .aws,
            #"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "NotAction": "s3:*", "Resource": "*", "Condition": {"StringEquals": {"aws:username": "a"}, "StringNotEquals": {"aws:username": "a"}}}]}"#
        ),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("empty-statement", row) }
}
