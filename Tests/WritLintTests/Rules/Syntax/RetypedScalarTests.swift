import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct RetypedScalarTests {
    static let rows: [RuleRow] = [
        .file(
            "a number", #"{"Version": ⟦5⟧, "Statement": [{"Action": [⟦12⟧]}]}"#,
            messages: ["`5` is not a text", "`12` is not a text"], help: #"write `"5"`"#,
            fixed: #"{"Version": "5", "Statement": [{"Action": ["12"]}]}"#),
        .file(
            "a truth value in YAML", path: "policy.yaml",
            """
            Statement:
              - Effect: Allow
                Action: ⟦true⟧
            """,
            fixed: """
                Statement:
                  - Effect: Allow
                    Action: "true"
                """),
        .manifests(
            "in a manifest it is an error of reading",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: ⟦5.0⟧
                Statement: [{Effect: Allow, Action: ["ecs:servers:get"]}]
            """),
        .file(
            "values of a condition mean their text",
            #"{"Statement": [{"Condition": {"NumberLessThan": {"g:MFAAge": 3600}, "Bool": {"g:MFAPresent": true}}}]}"#
        ),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("retyped-scalar", row) }
}
