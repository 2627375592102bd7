import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WrongTypeTests {
    static let rows: [RuleRow] = [
        .file(
            "an object for a resource", #"{"Statement": [{"Resource": ⟦{"bucket": "logs"}⟧}]}"#,
            messages: ["`Resource` takes a list of texts"]),
        .file("a list in a list", #"{"Statement": [{"Action": ["ecs:*:get", ⟦["ecs:*:list"]⟧]}]}"#),
        .file(
            "no statements", #"{"Statement": ⟦"Allow"⟧}"#,
            messages: ["`Statement` takes a list of statements"]),
        .file("no statement", #"{"Statement": [⟦"Allow"⟧]}"#),
        .file("no document", #"⟦"Allow"⟧"#, messages: ["a policy document is an object"]),
        .file("no conditions", #"{"Statement": [{"Condition": ⟦["g:UserName"]⟧}]}"#),
        .file("no keys", #"{"Statement": [{"Condition": {"Bool": ⟦"true"⟧}}]}"#),
        .file("an object for a value", #"{"Statement": [{"Condition": {"Bool": {"g:MFAPresent": ⟦{}⟧}}}]}"#),
        .file(
            "a list for a name",
            #"{"Version": ⟦["5.0"]⟧, "Statement": [{"Sid": ⟦["a"]⟧, "Effect": "Allow"}]}"#),
        .manifests(
            "in a manifest it is an error of reading",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: subject}
            spec:
              document:
                Version: "5.0"
                Statement: [⟦Allow⟧]
            """, messages: ["a statement is an object"]),
        .document(
            "Huawei's paths of agencies",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["iam:agencies:assume"], Resource: {uri: ["/iam/agencies/0123"]}}]
            """),
        .file(
            "texts, numbers and lists of them", #"{"Statement": [{"Action": 5, "Resource": ["a", true]}]}"#),
        .file("a list of statements", #"[{"Sid": "A", "Effect": "Allow", "Action": "a:b:c"}]"#),
        .file("a statement without a list", #"{"Statement": {"Effect": "Allow", "Action": "a:b:c"}}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wrong-type", row) }
}
