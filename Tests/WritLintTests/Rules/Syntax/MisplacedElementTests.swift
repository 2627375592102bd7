import Testing
import WritDiagnostics
import WritLint
import WritModel
import WritPolicy

@Suite struct MisplacedElementTests {
    static let rows: [RuleRow] = [
        .document(
            "a principal in an identity policy",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                ⟦Principal⟧: {IAM: ["0123"]}
                Action: ["ecs:servers:get"]
            """, messages: ["Huawei's policies of version 5.0 have no `Principal` in identity policies"],
            help: "take it out",
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["ecs:servers:get"]
                """, applicability: .unsafe),
        .document(
            "a trust policy without one", in: .jd, kind: .trust,
            """
            Version: "3"
            Statement: [⟦{Effect: Allow, Action: ["sts:assumeRole"], Resource: "*"}⟧]
            """, messages: ["the statement of a trust policy has no `Principal`"]),
        .document(
            "a resource in a trust policy", in: .aws, kind: .trust,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Principal: {AWS: "123456789012"}, Action: "sts:AssumeRole", ⟦Resource⟧: "*"}]
            """, messages: ["policies of AWS have no `Resource` in trust policies"]),
        .document(
            "a condition in a trust policy, of which the pages disagree", in: .volcengine, kind: .trust,
            """
            Statement:
              - Effect: Allow
                Principal: {IAM: ["trn:iam::2100000000:root"]}
                Action: ["sts:AssumeRole"]
                ⟦Condition⟧: {StringEquals: {"sts:ExternalId": ["x1y2"]}}
            """, severity: .medium),
        .document(
            "what JD Cloud does not have", in: .jd,
            """
            Version: "3"
            Statement: [{Effect: Allow, ⟦NotAction⟧: ["iam:*"], Resource: "*"}]
            """),
        .document(
            "an Allow of all but some, in the older model",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, ⟦NotAction⟧: ["iam:*:*"]}, {Effect: Deny, NotAction: ["ecs:*:get*"]}]
            """, messages: ["policies of version 1.1 take `NotAction` only beside `Deny`"]),
        .file(
            "roles beside an identity policy", #"{"Version": "5.0", ⟦"Depends"⟧: [], "Statement": []}"#),
        .file("roles beside a role", #"{"Version": "1.0", "Depends": [], "Statement": []}"#),
        .document(
            "all elements of an identity policy",
            """
            Version: "5.0"
            Statement: [{Sid: A, Effect: Deny, NotAction: ["a:b:c"], NotResource: ["a:*:*:b:c"], Condition: {}}]
            """),
        .document(
            "names of statements are another rule's",
            """
            Version: "1.1"
            Statement: [{Sid: A, Effect: Allow, Action: ["ecs:*:get"]}]
            """),
        .document(
            "a version that has no trust policies is another rule's", kind: .trust,
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Principal: {IAM: ["0"]}, Action: ["sts:agencies:assume"], NotResource: ["*"]}]
            """),
        .file(
            "a resource in a resource policy", in: .aws, kind: .resource,
            #"{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("misplaced-element", row) }
}
