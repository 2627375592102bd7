import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct NegationInAllowTests {
    static let rows: [RuleRow] = [
        .document(
            "AWS says that it is true", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {⟦StringNotEquals⟧: {"aws:ResourceTag/stage": "prod"}}
            """, messages: ["`StringNotEquals` is true for a request without `aws:ResourceTag/stage`"],
            fixed: """
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: "s3:GetObject"
                    Resource: "*"
                    Condition: {StringNotEquals: {"aws:ResourceTag/stage": "prod"}, "Null": {"aws:ResourceTag/stage": ["false"]}}
                """, applicability: .unsafe),
        .document(
            "Huawei does not say",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {⟦StringNotEquals⟧: {"g:ResourceTag/stage": ["prod"]}}
            """,
            messages: [
                "the vendor does not say whether `StringNotEquals` is true for a request without `g:ResourceTag/stage`"
            ]),
        .document(
            "the key has to be there", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringNotEquals: {"aws:ResourceTag/stage": "prod"}, "Null": {"aws:ResourceTag/stage": "false"}}
            """),
        .document(
            "another condition wants the key",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringNotEquals: {"g:ResourceTag/stage": ["prod"]}, StringMatch: {"g:ResourceTag/stage": ["*"]}}
            """),
        .document(
            "every request has the key",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["*:*:get*"]
                Condition: {StringNotEqualsIgnoreCase: {"g:ServiceName": ["iam"]}}
            """),
        .document(
            "meant so", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringNotEqualsIfExists: {"aws:ResourceTag/stage": "prod"}}
            """),
        .document(
            "all values is another finding", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {"ForAllValues:StringNotEquals": {"aws:TagKeys": "prod"}}
            """),
        .document(
            "in a Deny", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringNotEquals: {"aws:PrincipalOrgID": "o-abc"}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("negation-in-allow", row) }
}
