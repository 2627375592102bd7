import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnreadableDocumentTests {
    static let rows: [RuleRow] = [
        .file(
            "another case",
            #"{"Statement": [{"Effect": "Allow", ⟦"effect"⟧: "Deny", "Action": ["ecs:*:get"]}]}"#,
            messages: ["`effect` is the same key as `Effect`"], help: "keep one of the two"),
        .file(
            "a condition's key in another case", in: .aws,
            #"{"Statement": {"Condition": {"Bool": {"aws:SecureTransport": "true", ⟦"aws:securetransport"⟧: "false"}}}}"#
        ),
        .file(
            "tags differ by case", in: .aws,
            #"{"Condition": {"StringEquals": {"aws:RequestTag/Team": "a", "AWS:requesttag/team": "b"}}}"#),
        .document(
            "in a manifest",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                ⟦action⟧: ["ecs:servers:list"]
            """),
        .manifests(
            "twice in a document in JSON",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document: |
                {"Version": "1.1", "Statement": [{"Effect": "Allow", "Action": ["ecs:*:get"],
                  ⟦"Action"⟧: ["ecs:*:list"]}]}
            """, isWaivable: false),
        .file(
            "another case beyond ASCII", in: .aws,
            #"{"Condition": {"StringEquals": {"aws:PrincipalTag": "a", "é": "a", ⟦"É"⟧: "b"}}}"#),
        .file(
            "inside of a list", #"{"Statement": [{"Action": [{"a": {}}, {"a": [{"b": 1, ⟦"B"⟧: 2}]}]}]}"#),
        .file("the same key in two statements", #"{"Statement": [{"Effect": "Allow"}, {"effect": "Deny"}]}"#),
        .manifests(
            "no JSON in a manifest",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document: |
                {"Version": ⟦}⟧
            """, isWaivable: false),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unreadable-document", row) }
}
