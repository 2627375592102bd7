import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidEffectTests {
    static let rows: [RuleRow] = [
        .file(
            "another case", #"{"Statement": [{"Effect": ⟦"allow"⟧, "Action": ["ecs:*:get"]}]}"#,
            messages: ["`allow` is no effect"], help: "write `Allow`",
            fixed: #"{"Statement": [{"Effect": "Allow", "Action": ["ecs:*:get"]}]}"#),
        .file("another word", #"{"Statement": [{"Effect": ⟦"Permit"⟧, "Action": ["ecs:*:get"]}]}"#),
        .file(
            "none", #"{"Statement": [⟦{"Action": ["ecs:*:get"]}⟧]}"#,
            messages: ["the statement has no `Effect`"]),
        .file("no text", #"{"Statement": [{"Effect": ⟦1⟧, "Action": ["ecs:*:get"]}]}"#),
        .document(
            "in a manifest it is an error of reading",
            """
            Version: "1.1"
            Statement:
              - Effect: ⟦deny⟧
                Action: ["ecs:servers:delete"]
            """, messages: ["`deny` is no effect"]),
        .file("both words", #"{"Statement": [{"Effect": "Allow"}, {"Effect": "Deny"}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-effect", row) }
}
