import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct EmptyElementTests {
    static let rows: [RuleRow] = [
        .document(
            "a condition",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                ⟦Condition⟧: {}
            """, messages: ["`Condition` is empty"], help: "take it out",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                """),
        .file(
            "an operator beside others",
            #"{"Statement": [{"Condition": {⟦"Bool"⟧: {}, "Null": {"g:MFAPresent": ["true"]}}}]}"#,
            fixed: #"{"Statement": [{"Condition": {"Null": {"g:MFAPresent": ["true"]}}}]}"#),
        .file("every operator", #"{"Statement": [{⟦"Condition"⟧: {"Bool": {}}}]}"#),
        .file(
            "a key", #"{"Statement": [{"Condition": {"StringEquals": {"g:UserName": ⟦[]⟧}}}]}"#,
            messages: ["`g:UserName` is compared with no value"]),
        .file("a list", #"{"Statement": [{"Action": ⟦[]⟧}]}"#, messages: ["`Action` is empty"]),
        .file(
            "a text in a list", #"{"Statement": [{"Action": ["ecs:*:get", ⟦" "⟧]}]}"#,
            messages: ["an item of `Action` is empty"]),
        .file(
            "a principal", in: .aws, kind: .trust, #"{"Statement": [{"Principal": {"AWS": ⟦[]⟧}}]}"#,
            messages: ["`AWS` is empty"]),
        .file(
            "a text of spaces beyond ASCII",
            "{\"Statement\": [{\"Action\": [⟦\"\u{3000}\"⟧], \"Resource\": [\"\u{3000}é\"]}]}"),
        .file(
            "a list in a list, and an object in one", in: .aws, kind: .trust,
            #"{"Statement": [{"Action": ["a", ⟦[]⟧], "Principal": {"AWS": ["*", ⟦{}⟧]}}]}"#),
        .manifests(
            "in a manifest a list is an error of reading",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement: [{Effect: Allow, Action: ⟦[]⟧}]
            """, severity: .error),
        .file(
            "nothing is empty", #"{"Statement": [{"Action": ["*"], "Condition": {"Null": {"a": "true"}}}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("empty-element", row) }
}
